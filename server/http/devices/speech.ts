// The voice of kiosks and survey tablets for visitors who cannot see: one sentence of the screen as sound.
import { Type } from 'typebox'
import { boundedMap } from '../../access/bounded-map.ts'
import type { Context } from '../../live/context.ts'
import { sentenceText } from '../../voice/text/numbers.ts'
import type { Voice } from '../../voice/voice.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed } from '../ground/schemas.ts'

/** Longest sentence, in characters: half a minute of speech. */
const MOST_TEXT = 400

const Spoken = Type.Object(
  {
    audio: Type.String({ description: 'Name of the sound, for `/api/audio/<name>`' }),
    seconds: Type.Number({ description: 'How long it is' }),
  },
  closed,
)

/** Adds `POST /api/speech`. `now` is in milliseconds and used only for the limit. */
export function addSpeech(
  app: App,
  { context, say, now }: { context: Context; say: Voice['say']; now: () => number },
): void {
  const secondsToWait = createSpeechLimit()

  app.post(
    '/api/speech',
    {
      schema: {
        operationId: 'speak',
        summary:
          'Make the sound of a sentence for a kiosk or survey tablet, for people who cannot see its screen',
        description:
          'Announcements of the zones go first. Send ordinary sentences: numbers, times and queue numbers are put into words.',
        tags: ['kiosk'],
        body: Type.Object(
          {
            text: Type.String({ minLength: 1, maxLength: MOST_TEXT }),
            language: Type.String({ minLength: 1, maxLength: 10, description: 'One of the hall’s' }),
          },
          closed,
        ),
        response: { 200: Spoken },
      },
      config: { problems: ['unknown-language', 'too-many-requests', 'no-voice'] },
    },
    async (request, reply) => {
      const { text, language } = request.body
      const terminal = request.who.kiosk ?? request.who.survey
      if (!terminal) throw new Error('not behind the door of kiosks and survey tablets')
      if (!context.hall.layout.plan.languages.includes(language)) return refuse(reply, 'unknown-language')
      // Only signs, which no voice speaks.
      if (sentenceText(text, 'id') === '')
        return refuse(reply, 'bad-request', { members: { property: 'text' } })
      const wait = secondsToWait(terminal.id, now())
      if (wait > 0) return refuse(reply, 'too-many-requests', { retryAfter: wait })
      const said = await say({ language, text })
      if (said) return { audio: said.name, seconds: said.seconds }
      return refuse(reply, 'no-voice', { retryAfter: 5 })
    },
  )
}

/** Sentences that may come in quick succession. */
const BURST = 30
/** Sentences a second in the long run: each takes the voice about 0.2 s of one core. */
const PER_SECOND = 1
/** The most kiosks counted; a hall has fewer. */
const MOST_DEVICES = 200

/** Returns 0 if the device may have another sentence spoken at this time (ms), else the seconds to wait. */
export function createSpeechLimit(): (device: string, at: number) => number {
  /** Until when each device's sentences so far would last at the long-run pace, ms. */
  const spent = boundedMap<string, number>(MOST_DEVICES)
  return (device, at) => {
    const full = at + (BURST * 1000) / PER_SECOND
    // A clock that was put back must not keep a kiosk silent.
    const until = Math.min(Math.max(spent.get(device) ?? at, at), full)
    const next = until + 1000 / PER_SECOND
    if (next > full) return Math.max(1, Math.ceil((next - full) / 1000))
    spent.set(device, next)
    return 0
  }
}
