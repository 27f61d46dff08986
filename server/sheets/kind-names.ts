// The sheets of a plan, in their order. By themselves, because routes name them without loading what reads spreadsheets.

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
