export const PREFIX: string;
export const TEMPLATE: string;
