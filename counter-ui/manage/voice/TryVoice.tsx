// Sentences that are said here and nowhere else: how it sounds, who spoke, and why not a better voice.
import { useState } from 'preact/hooks'
import type { VoiceAnswer } from '../../../server/http/devices/voice.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { formatNumber } from '../../../screens/format.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { Trouble } from './States.tsx'
import { manageText } from '../texts/index.ts'
import { useTry } from './use-try.ts'
import { insteadText, voiceText } from './voice-words.ts'
import { lookUp } from '../../../screens/look-up.ts'

interface TryProps {
  languages: VoiceAnswer['languages']
  nameOf: (language: string) => string
  onTried: () => void
}

export function TryVoice({ languages, nameOf, onTried }: TryProps) {
  /** What was typed, by language; what was not is the sample. */
  const [typed, type] = useState<Readonly<Record<string, string>>>({})
  const { tried, problem, fault, play } = useTry(onTried)
  const texts = languages.map(({ language, sample }) => ({
    language,
    text: lookUp(typed, language) ?? sample,
  }))

  return (
    <div class="fields voice-try">
      <h3>{manageText('voice.tryTitle')}</h3>
      <p class="soft">{manageText('voice.tryLead')}</p>
      {texts.map(({ language, text }) => (
        <div class="field" key={language}>
          <label for={`voice-${language}`}>
            {manageText('voice.sentence', { language: nameOf(language) })}
          </label>
          <textarea
            class="slip-lines"
            id={`voice-${language}`}
            rows={2}
            maxLength={300}
            value={text}
            onInput={(event) => type({ ...typed, [language]: event.currentTarget.value })}
          />
        </div>
      ))}
      <div class="dialog-ends">
        <Button icon="speaker" onPress={() => play(texts)}>
          {manageText('voice.play')}
        </Button>
      </div>
      <ProblemLine problem={problem} text={fault === '' ? undefined : fault} />
      <div role="status">
        {tried && (
          <>
            <p class="done">
              {manageText('voice.playing', {
                seconds: formatNumber(Math.round(tried.seconds)),
                by: voiceText(tried.by),
              })}
            </p>
            {tried.faults.map((one) => (
              <Trouble key={`${one.by} ${one.detail}`} words={insteadText(one)} />
            ))}
          </>
        )}
      </div>
    </div>
  )
}
