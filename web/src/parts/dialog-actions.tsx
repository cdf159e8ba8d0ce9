/** The two ways out of a form in a dialog. */
export function DialogActions({ deed, cancel, onClose }: { deed: string; cancel: string; onClose: () => void }) {
  return (
    <div className="dialog-end">
      <button type="button" onClick={onClose}>
        {cancel}
      </button>
      <button type="submit" className="main-deed">
        {deed}
      </button>
    </div>
  );
}
