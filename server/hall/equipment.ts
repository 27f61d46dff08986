// The plan's part about the voice: which one speaks, in which languages and how often, and when it keeps quiet. What is
// not said here is as `docs/voice.md` has it.
import { Type, type Static } from 'typebox'

const closed = { additionalProperties: false } as const

/** A language that can be spoken. */
const Spoken = Type.Union([Type.Literal('id'), Type.Literal('en')])

/** A time of day on the hall's own clock, `07:30`. */
export const TimeOfDay = Type.String({ pattern: '^(?:[01]\\d|2[0-3]):[0-5]\\d$' })

/** The name of a folder or file of ours: no slash, no dot, nothing that leads elsewhere. */
export const PlainName = Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,63}$' })

/** A word as people write it, and how to say it; case matters. */
export const Pronunciation = Type.Object(
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

/** A program of the server's PC that takes a text and gives a WAV; only one that the PC's owner allows is run. */
export const VoiceCommand = Type.Object(
  {
    /** The program's whole path, then its arguments, each as it stands: no shell reads them. */
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
    /** How often each announcement is said, one after the other; once unless it says. */
    times: Type.Optional(Type.Union([Type.Literal(1), Type.Literal(2)])),
    /** Whether a chime comes before; it does unless it says. */
    chime: Type.Optional(Type.Boolean()),
    /** How words are said here, before the usual ones. */
    pronounce: Type.Optional(Type.Array(Pronunciation, { maxItems: 200 })),
    /** Times of every day without sound; one that ends before it begins goes on over midnight. */
    quiet: Type.Optional(
      Type.Array(Type.Object({ from: TimeOfDay, to: TimeOfDay }, closed), { maxItems: 20 }),
    ),
    /** With more than this many to be said, several are said in one sound; 8 unless it says. */
    mostPending: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  },
  closed,
)
export type VoiceRules = Static<typeof VoiceRules>
