// The part of the plan about equipment: printers and slips, boards, the voice, the media beside the calls. And the
// types that the whole plan is written in: ids, texts, days, times.
import { type Static, Type } from 'typebox'

/** An id that the plan gives: stable from day to day, and never shown. */
export const Id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' })

/** A text for people to read. Indonesian and English always; further languages are data. */
export const Text = Type.Object(
  { id: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
  { additionalProperties: Type.String({ minLength: 1 }) },
)
export type Text = Static<typeof Text>

/** A calendar day of the hall, `2026-11-24`. */
export const DayLabel = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** No fields but those named. */
export const closed = { additionalProperties: false } as const

/** A time of day on the hall's own clock, `07:30`. */
export const TimeOfDay = Type.String({ pattern: '^(?:[01]\\d|2[0-3]):[0-5]\\d$' })

/** How the server reaches a printer. */
export const PrinterLink = Type.Union([
  /** A printer on the network, or the agent of a kiosk PC: raw bytes over TCP. */
  Type.Object(
    {
      kind: Type.Literal('network'),
      host: Type.String({ minLength: 1, maxLength: 255 }),
      port: Type.Integer({ minimum: 1, maximum: 65535 }),
    },
    closed,
  ),
  /** A printer on the server's own PC, as a device file: `/dev/usb/lp0`. */
  Type.Object({ kind: Type.Literal('file'), path: Type.String({ minLength: 1, maxLength: 255 }) }, closed),
  /** An office printer that CUPS knows by this name. */
  Type.Object(
    { kind: Type.Literal('lp'), queue: Type.String({ pattern: '^[A-Za-z0-9_.-]{1,127}$' }) },
    closed,
  ),
  /** No printer at all: slips are drawn into the data folder, for rehearsals. */
  Type.Object({ kind: Type.Literal('fake') }, closed),
])
export type PrinterLink = Static<typeof PrinterLink>

export const Printer = Type.Object(
  {
    id: Id,
    name: Text,
    link: PrinterLink,
    /** Width of the roll in millimetres; an office printer draws a slip of 80 mm on its sheet. */
    paper: Type.Union([Type.Literal(58), Type.Literal(80)]),
    /** Whether it answers when asked for its status (DLE EOT). Cheap ones don't: what they accept counts as printed. */
    answers: Type.Boolean(),
    /** Whether it draws QR codes by its own command (GS ( k), which is quicker; absent: they are sent as dots. */
    drawsQr: Type.Optional(Type.Boolean()),
    /** Ids of the kiosks whose slips are printed here. */
    kiosks: Type.Array(Type.String({ minLength: 1, maxLength: 64 })),
    /** Counters whose staff print here. */
    counters: Type.Array(Id),
    /** Prints for staff whose counter has no printer of its own. */
    reception: Type.Boolean(),
  },
  closed,
)
export type Printer = Static<typeof Printer>

/** The lines at the top and bottom of every slip. */
export const SlipLayout = Type.Object(
  {
    header: Type.Array(Text, { maxItems: 4 }),
    footer: Type.Array(Text, { maxItems: 6 }),
    /** A PNG as base64, at most 40,000 characters; null for none. */
    logo: Type.Union([Type.String({ maxLength: 40_000 }), Type.Null()]),
    /** Whether it lists the papers to prepare; absent: only those that are missing, as the phone page has them all. */
    long: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type SlipLayout = Static<typeof SlipLayout>

/** Which way to go, as seen by somebody who faces the board. */
export const Direction = Type.Union([
  Type.Literal('left'),
  Type.Literal('right'),
  Type.Literal('ahead'),
  Type.Literal('ahead-left'),
  Type.Literal('ahead-right'),
  Type.Literal('back'),
  Type.Literal('upstairs'),
  Type.Literal('downstairs'),
])
export type Direction = Static<typeof Direction>

/** By the zone in which a board hangs, `all` for boards of the whole hall: the way from there. */
export const Arrows = Type.Record(Id, Direction)

/** Anything left out has the default of `board.ts`. */
export const BoardRules = Type.Object(
  {
    /** Minutes that a missed number stays on the boards. */
    missedMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 480 })),
    /** For how many minutes before the end of the hours the boards say that the hall closes. */
    closingMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 240 })),
  },
  closed,
)

/** A language that can be spoken. */
const Spoken = Type.Union([Type.Literal('id'), Type.Literal('en')])

/** The name of a folder or file of ours: no slash and no dot, so that it leads nowhere else. */
export const PlainName = Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,63}$' })

/** A word as people write it, and how to say it; case matters. */
const Pronunciation = Type.Object(
  {
    written: Type.String({ minLength: 1, maxLength: 40 }),
    spoken: Type.Object(
      {
        id: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
        en: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
      },
      closed,
    ),
  },
  closed,
)

/** A program on the server's PC that takes a text and gives a WAV; it is run only if the PC's owner allows it. */
export const VoiceCommand = Type.Object(
  {
    /** The program's full path, then its arguments, each as it is: no shell reads them. */
    argv: Type.Array(Type.String({ minLength: 1, maxLength: 500 }), { minItems: 1, maxItems: 32 }),
    /** The languages that it speaks; the others are spoken by eSpeak NG. */
    languages: Type.Array(Spoken, { minItems: 1, maxItems: 2 }),
  },
  closed,
)
export type VoiceCommand = Static<typeof VoiceCommand>

export const VoiceRules = Type.Object(
  {
    /** A set of recorded clips: a folder of `DATA_DIR/clips`. */
    clips: Type.Optional(PlainName),
    command: Type.Optional(VoiceCommand),
    /** What is spoken, in this order; absent: the hall's languages that can be spoken. */
    languages: Type.Optional(Type.Array(Spoken, { minItems: 1, maxItems: 2 })),
    /** How often each announcement is repeated, one after the other; by default once. */
    times: Type.Optional(Type.Union([Type.Literal(1), Type.Literal(2)])),
    /** Whether a chime comes before; by default it does. */
    chime: Type.Optional(Type.Boolean()),
    /** How to say words here; these come before the usual ones. */
    pronounce: Type.Optional(Type.Array(Pronunciation, { maxItems: 200 })),
    /** Daily times without sound; one that ends before it begins goes on over midnight. */
    quiet: Type.Optional(
      Type.Array(Type.Object({ from: TimeOfDay, to: TimeOfDay }, closed), { maxItems: 20 }),
    ),
    /** If more than this many wait, several are announced in one sound; by default 8. */
    mostPending: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  },
  closed,
)
export type VoiceRules = Static<typeof VoiceRules>

/** When and where, by the hall's own clock; what is left out does not limit. */
const schedule = {
  /** First and last day. */
  from: Type.Optional(DayLabel),
  to: Type.Optional(DayLabel),
  /** ISO weekdays, 1 is Monday. */
  days: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 })),
  /** Of each day; hours that end before they begin go on over midnight. */
  hours: Type.Optional(Type.Object({ from: TimeOfDay, to: TimeOfDay }, closed)),
  /** Only on the boards of these zones, not on those of the whole hall. */
  zones: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 100 })),
}
export const Schedule = Type.Object(schedule, closed)
export type Schedule = Static<typeof Schedule>

/** Seconds that a picture is shown. */
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
    /** For every picture without a rule of its own; by default 10. */
    seconds: Type.Optional(Seconds),
    files: Type.Optional(Type.Array(MediaFile, { maxItems: 200 })),
    lines: Type.Optional(Type.Array(MediaLine, { maxItems: 20 })),
  },
  closed,
)
export type MediaRules = Static<typeof MediaRules>
