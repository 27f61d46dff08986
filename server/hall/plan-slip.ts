// The plan's part about paper: the printers of the hall, who prints on which, and what every slip says at its ends.
import { Type, type Static } from 'typebox'
import { Id, Text } from './plan-words.ts'

const closed = { additionalProperties: false } as const

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
    /** Whether it answers when asked how it is (DLE EOT). Cheap ones don't: what they accepted counts as printed. */
    answers: Type.Boolean(),
    /** Whether it draws QR codes by its own command (GS ( k), which is quicker; absent: they come as dots. */
    drawsQr: Type.Optional(Type.Boolean()),
    /** Ids of the kiosks whose slips come out here. */
    kiosks: Type.Array(Type.String({ minLength: 1, maxLength: 64 })),
    /** Counters whose staff print here. */
    counters: Type.Array(Id),
    /** Prints what staff take who hold no counter with a printer of its own. */
    reception: Type.Boolean(),
  },
  closed,
)
export type Printer = Static<typeof Printer>

/** What stands on every slip above and below. */
export const SlipLayout = Type.Object(
  {
    header: Type.Array(Text, { maxItems: 4 }),
    footer: Type.Array(Text, { maxItems: 6 }),
    /** A PNG as base64, at most 40,000 characters; null for none. */
    logo: Type.Union([Type.String({ maxLength: 40_000 }), Type.Null()]),
    /** Whether it lists the papers to prepare; absent: only those that are missing, the phone page has them all. */
    long: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type SlipLayout = Static<typeof SlipLayout>
