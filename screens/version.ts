// Which build of Antre this page belongs to: it identifies an old page beside a newer server.

/** Put in by the build. */
declare const ANTRE_VERSION: string

/** `0.1.0`, as package.json has it. */
export const version = ANTRE_VERSION
