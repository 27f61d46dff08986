// The voice as a manager sees it: what speaks, which clips are missing, what became of the command; and a way to try
// it.
import { type Static, Type } from 'typebox'
import { type Context, isoOrNull } from '../../live/context.ts'
import type { VoiceFault } from '../../voice/job.ts'
import { isSpoken } from '../../voice/text/languages.ts'
import { sentenceText } from '../../voice/text/numbers.ts'
import type { Status, Voice } from '../../voice/voice.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed, Instant } from '../ground/schemas.ts'

const tags = ['voice']
const Null = Type.Null()
const Language = Type.String({ description: '`id` or `en`' })
const By = Type.String({ description: '`clips`, `command` or `espeak`' })
const ClipWhy = Type.String({ description: '`not-audio`, `silent`, `too-long`, `unreadable`' })
const CommandWhy = Type.String({
  description: '`not-there`, `not-started`, `ended`, `too-slow`, `too-large`, `not-audio`, `silent`',
})

const VoiceAnswer = Type.Object(
  {
    languages: Type.Array(
      Type.Object(
        {
          language: Language,
          by: By,
          sample: Type.String({ description: 'An announcement as it could be today' }),
        },
        closed,
      ),
    ),
    failed: Type.Union([Type.Object({ why: Type.String(), at: Instant }, closed), Null], {
      description: 'Why the last sound that was asked for could not be made',
    }),
    clips: Type.Union([
      Type.Object(
        {
          set: Type.String(),
          needed: Type.Integer({ description: 'How many words and phrases this hall needs' }),
          missing: Type.Array(
            Type.Object({ language: Language, file: Type.String(), says: Type.String() }, closed),
          ),
          broken: Type.Array(Type.Object({ language: Language, file: Type.String(), why: ClipWhy }, closed)),
        },
        closed,
      ),
      Null,
    ]),
    command: Type.Union([
      Type.Object(
        {
          program: Type.String(),
          languages: Type.Array(Language),
          forbidden: Type.Union([Type.String(), Null], {
            description:
              'Why it may not run: `no-list`, `list-open`, `list-unreadable`, `not-listed`, `not-absolute`',
          }),
          fault: Type.Union([
            Type.Object(
              {
                why: CommandWhy,
                detail: Type.String({ description: 'The last lines of its own output' }),
                at: Instant,
                again: Instant,
              },
              closed,
            ),
            Null,
          ]),
        },
        closed,
      ),
      Null,
    ]),
    sets: Type.Array(Type.String(), { description: 'The sets of recorded clips that are there' }),
    allowed: Type.Object(
      {
        commands: Type.Array(Type.Array(Type.String()), {
          description: 'The commands that the PC’s owner allows, each a list of words',
        }),
        fault: Type.Union([Type.String(), Null], {
          description: 'Why none is allowed: `no-list`, `list-open`, `list-unreadable`',
        }),
      },
      closed,
    ),
  },
  closed,
)
export type VoiceAnswer = Static<typeof VoiceAnswer>

const Text = Type.Object({ language: Language, text: Type.String({ minLength: 1, maxLength: 300 }) }, closed)

const TriedAnswer = Type.Object(
  {
    audio: Type.String({ description: 'Name of the sound, for `/api/audio/<name>`' }),
    seconds: Type.Number(),
    by: By,
    faults: Type.Array(
      Type.Object(
        {
          by: By,
          why: Type.String(),
          detail: Type.String({ description: 'The file of a clip, or the last lines of a command’s output' }),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type TriedAnswer = Static<typeof TriedAnswer>

/** Adds `/api/voice` and `/api/voice/try`. */
export function addVoice(
  app: App,
  { context, voice }: { context: Context; voice: Pick<Voice, 'status' | 'tried'> },
): void {
  app.get(
    '/api/voice',
    {
      schema: {
        operationId: 'getVoice',
        summary: 'Which voice speaks, and why a better one does not',
        tags,
        response: { 200: VoiceAnswer },
      },
    },
    async () => answerOf(await voice.status(context.hall.layout.plan)),
  )

  app.post(
    '/api/voice/try',
    {
      schema: {
        operationId: 'tryVoice',
        summary: 'Make the sound of some sentences as for announcements, only for whoever asks',
        description: 'Announcements of the zones go first. A command is tried even while it rests.',
        tags,
        body: Type.Object(
          {
            texts: Type.Array(Text, { minItems: 1, maxItems: 2 }),
            chime: Type.Optional(
              Type.Boolean({ description: 'False: without the chime; otherwise as the plan says' }),
            ),
          },
          closed,
        ),
        response: { 200: TriedAnswer },
      },
      config: { problems: ['unknown-language', 'no-voice'] },
    },
    async (request, reply) => {
      const { texts, chime } = request.body
      if (!texts.every(({ language }) => isSpoken(language))) return refuse(reply, 'unknown-language')
      // Only signs, which no voice speaks.
      if (texts.some(({ text }) => sentenceText(text, 'id') === ''))
        return refuse(reply, 'bad-request', { members: { property: 'text' } })
      const said = await voice.tried(texts, chime === undefined ? {} : { chime })
      if (!said) return refuse(reply, 'no-voice', { retryAfter: 5 })
      return { audio: said.name, seconds: said.seconds, by: said.by, faults: said.faults.map(faultOf) }
    },
  )
}

const iso = (at: number) => isoOrNull(at) ?? ''

function answerOf({ languages, failed, clips, command, sets, allowed }: Status): VoiceAnswer {
  return {
    languages: languages.map((one) => ({ ...one })),
    failed: failed && { why: failed.why, at: iso(failed.at) },
    clips: clips && {
      set: clips.set,
      needed: clips.needed,
      missing: clips.missing.map((one) => ({ ...one })),
      broken: clips.broken.map((one) => ({ ...one })),
    },
    command: command && {
      program: command.program,
      languages: [...command.languages],
      forbidden: command.forbidden,
      fault: command.fault && {
        ...command.fault,
        at: iso(command.fault.at),
        again: iso(command.fault.again),
      },
    },
    sets: [...sets],
    allowed: { commands: allowed.commands.map((argv) => [...argv]), fault: allowed.fault },
  }
}

function faultOf(fault: VoiceFault): TriedAnswer['faults'][number] {
  if (fault.by === 'command') return { by: 'command', why: fault.why, detail: fault.detail }
  // Not the path of the data folder: the language's folder and the file are enough to find it.
  return { by: 'clips', why: fault.why, detail: fault.path.split(/[/\\]/).slice(-2).join('/') }
}
