// What can be wrong with the voice, each with what it means and what to do.
import type { VoiceAnswer } from '../../../server/http/devices/voice.ts'
import { formatNumber, formatTime } from '../../../screens/format.ts'
import { Icon } from '../../../screens/icons.tsx'
import { manageText } from '../texts/index.ts'
import { clipFaultText, commandFaultText, forbiddenText } from './voice-words.ts'

type Given<Field extends keyof VoiceAnswer> = NonNullable<VoiceAnswer[Field]>

export function Trouble({ words }: { words: string }) {
  return (
    <p class="voice-trouble">
      <Icon name="warning" />
      <span>{words}</span>
    </p>
  )
}

export function LastFailure({ failed }: { failed: VoiceAnswer['failed'] }) {
  return (
    failed && <Trouble words={manageText('voice.failed', { time: formatTime(failed.at), why: failed.why })} />
  )
}

export function ClipsState({ clips: { set, needed, missing, broken } }: { clips: Given<'clips'> }) {
  const count = formatNumber(needed)
  return (
    <div class="voice-state">
      <dt>{manageText('voice.set', { set })}</dt>
      <dd>
        {missing.length + broken.length === 0 && <p>{manageText('voice.complete', { count })}</p>}
        {missing.length > 0 && (
          <>
            <Trouble words={manageText('voice.missing', { missing: formatNumber(missing.length), count })} />
            <details class="voice-files">
              <summary>{manageText('voice.missingFiles')}</summary>
              <ul>
                {missing.map(({ language, file }) => (
                  <li key={`${language}/${file}`}>
                    <code>{`${language}/${file}`}</code>
                  </li>
                ))}
              </ul>
            </details>
          </>
        )}
        {broken.length > 0 && (
          <>
            <Trouble words={manageText('voice.broken')} />
            <ul class="voice-broken">
              {broken.map(({ language, file, why }) => (
                <li key={`${language}/${file}`}>
                  <code>{`${language}/${file}`}</code> {clipFaultText(why)}
                </li>
              ))}
            </ul>
          </>
        )}
      </dd>
    </div>
  )
}

export function CommandState({ command: { program, forbidden, fault } }: { command: Given<'command'> }) {
  return (
    <div class="voice-state">
      <dt class="voice-program">{manageText('voice.program', { program })}</dt>
      <dd>
        {forbidden !== null && <Trouble words={forbiddenText(forbidden)} />}
        {forbidden === null && fault === null && <p>{manageText('voice.ready')}</p>}
        {forbidden === null && fault && (
          <>
            <Trouble
              words={manageText('voice.rests', {
                time: formatTime(fault.at),
                why: commandFaultText(fault.why),
                again: formatTime(fault.again),
              })}
            />
            {fault.detail !== '' && (
              <p class="soft">{manageText('voice.detail', { detail: fault.detail })}</p>
            )}
          </>
        )}
      </dd>
    </div>
  )
}
