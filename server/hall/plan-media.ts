// The plan's part about what boards show beside the calls: when a file of the media folder is shown, and announcements
// in words. A file that the plan does not name is shown always, everywhere: putting it into the folder is enough.
import { Type, type Static } from 'typebox'
import { TimeOfDay } from './equipment.ts'
import { DayLabel, Id, Text } from './plan-words.ts'

const closed = { additionalProperties: false } as const

/** When and where; what is not said does not limit. By the hall's own clock. */
const schedule = {
  /** First and last day. */
  from: Type.Optional(DayLabel),
  to: Type.Optional(DayLabel),
  /** ISO weekdays, 1 is Monday. */
  days: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 })),
  /** Of each day; hours that end before they begin go on over midnight. */
  hours: Type.Optional(Type.Object({ from: TimeOfDay, to: TimeOfDay }, closed)),
  /** On the boards of these zones alone, not on those of the whole hall. */
  zones: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 100 })),
}
export const Schedule = Type.Object(schedule, closed)
export type Schedule = Static<typeof Schedule>

/** Seconds that a picture stands. */
const Seconds = Type.Integer({ minimum: 3, maximum: 600 })

export const MediaFile = Type.Object(
  {
    /** Its name in the folder. */
    file: Type.String({ minLength: 1, maxLength: 255 }),
    seconds: Type.Optional(Seconds),
    ...schedule,
  },
  closed,
)
export type MediaFile = Static<typeof MediaFile>

export const MediaLine = Type.Object({ text: Text, ...schedule }, closed)
export type MediaLine = Static<typeof MediaLine>

export const MediaRules = Type.Object(
  {
    /** Of every picture for which nothing else is said; 10 unless it says. */
    seconds: Type.Optional(Seconds),
    files: Type.Optional(Type.Array(MediaFile, { maxItems: 200 })),
    lines: Type.Optional(Type.Array(MediaLine, { maxItems: 20 })),
  },
  closed,
)
export type MediaRules = Static<typeof MediaRules>
