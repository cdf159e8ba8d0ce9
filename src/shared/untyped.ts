/**
 * JSON whose shape a document, the schema or a statement says, where the compiler cannot see it: what the executor
 * answers, arguments that it has checked, and what the database brings. The one `any` of the service.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Untyped = any;
