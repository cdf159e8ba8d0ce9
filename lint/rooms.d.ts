export const FLOORS: readonly { readonly rooms: readonly string[]; readonly neighbours?: boolean }[];
