// The kiosk's voice for people who do not see: one sentence of its screen, made into sound.
import { Type } from 'typebox'
import type { Context } from '../live/context.ts'
import { sentenceText } from '../voice/text/numbers.ts'
import type { Voice } from '../voice/voice.ts'
import { refuse } from './problem.ts'
import type { App } from './request.ts'
import { closed } from './schemas.ts'
import { createSpeechLimit } from './speech-limit.ts'

/** Longest sentence, in characters: half a minute of speech. */
const MOST_TEXT = 400

const Spoken = Type.Object(
  {
    audio: Type.String({ description: 'Name of the sound, for `/api/audio/<name>`' }),
    seconds: Type.Number({ description: 'How long it is' }),
  },
  closed,
)

/** Adds `POST /api/speech`. `now` is milliseconds for the limit alone. */
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
        summary: 'Have one sentence said at a kiosk, for who does not see its screen',
        description:
          'Announcements of the zones go first. Ordinary sentences: numbers, times and queue numbers are put into words.',
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
      const { kiosk } = request.who
      if (!kiosk) throw new Error('not behind the door of kiosks')
      if (!context.hall.layout.plan.languages.includes(language)) return refuse(reply, 'unknown-language')
      // Signs alone, that nobody says.
      if (sentenceText(text, 'id') === '')
        return refuse(reply, 'bad-request', { members: { property: 'text' } })
      const wait = secondsToWait(kiosk.id, now())
      if (wait > 0) return refuse(reply, 'too-many-requests', { retryAfter: wait })
      const said = await say({ language, text })
      if (said) return { audio: said.name, seconds: said.seconds }
      return refuse(reply, 'no-voice', { retryAfter: 5 })
    },
  )
}
