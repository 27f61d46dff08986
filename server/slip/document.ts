// The door to what a paper says: its blocks, the slip of a visit, and the test page of a printer.
export type { Align, Block, Paper, Size, SlipDocument } from './document/blocks.ts'
export { slipDocument, type SlipParts } from './document/slip.ts'
export { testDocument, type TestParts } from './document/test-page.ts'
