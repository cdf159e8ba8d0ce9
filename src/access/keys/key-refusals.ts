export const KEY_ENDED = { sv: 'Nyckeln gäller inte längre.', en: 'The key no longer works.' };

export const ALREADY_REVOKED = { sv: 'Nyckeln är redan återkallad.', en: 'The key is already revoked.' };
