import { useWords } from '../../language/language';
import { useMoveItems } from '../../moves/menu-items';
import type { Movable } from '../../moves/move';
import { Icon } from '../../parts/icon';
import { Menu } from '../../parts/menu';
import { boardWords } from '../words';

/** The moves that the viewer may make with the idea; nothing where there are none. */
export function MoveMenu({ idea }: { idea: Movable }) {
  const t = useWords(boardWords);
  const items = useMoveItems(idea);
  return items.length > 0 && <Menu label={t.menu(idea.code)} icon={<Icon name="more" />} items={items} />;
}
