// The sheets of a plan, in order. In a file of their own, because routes name them without loading what reads
// spreadsheets.

export const kindNames = [
  'hall',
  'agency',
  'zone',
  'place',
  'service',
  'requirement',
  'standard',
  'counter',
  'bundle',
  'elsewhere',
  'reason',
  'period',
  'day',
  'holiday',
  'quota',
] as const
export type PlanKind = (typeof kindNames)[number]
