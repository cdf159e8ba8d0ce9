/** Without marks and capitals, so that `malmo` is found in Malmö. */
export const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
