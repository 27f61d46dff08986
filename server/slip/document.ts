// The door to what a paper says: its blocks, the slip of a visit, and the test page of a printer.
export type { Align, Block, Paper, Size, SlipDocument } from './blocks.ts'
export { slipDocument, type SlipParts } from './slip-document.ts'
export { testDocument, type TestParts } from './test-document.ts'
