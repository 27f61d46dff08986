// What may speak instead of eSpeak: an existing set of recorded clips, or a command that the owner of the PC allows.
import type { VoiceAnswer } from '../../../server/http/devices/voice.ts'
import { type Draft, type Edits, SPOKEN, type Spoken, type FaultAt, FieldFault } from './draft.tsx'
import { manageText } from '../texts/index.ts'
import { isKey } from '../../../screens/i18n.ts'
import { id } from '../texts/id.ts'

interface SourcesProps {
  draft: Draft
  there: Pick<VoiceAnswer, 'sets' | 'allowed'>
  nameOf: (language: string) => string
  faultAt: FaultAt
  onEdit: (edits: Edits) => void
}

const words = (argv: readonly string[]) => argv.join(' ')

export function Sources({ draft, there: { sets, allowed }, nameOf, faultAt, onEdit }: SourcesProps) {
  const { clips, argv, speaks } = draft
  const isThere = clips === '' || sets.includes(clips)
  const chosen = JSON.stringify(argv)
  const isAllowed = argv.length === 0 || allowed.commands.some((one) => JSON.stringify(one) === chosen)
  const commands = [...(isAllowed ? [] : [argv]), ...allowed.commands]
  // For a chosen command the same is said above; and a missing list needs no fixing.
  const isListBroken = allowed.fault !== null && allowed.fault !== 'no-list' && argv.length === 0
  const speak = (language: Spoken, does: boolean) =>
    onEdit({ speaks: SPOKEN.filter((one) => (one === language ? does : speaks.includes(one))) })

  return (
    <>
      <div class="field">
        <label for="voice-clips">{manageText('voice-by.clips')}</label>
        <select
          id="voice-clips"
          value={clips}
          aria-invalid={faultAt('clips') !== undefined}
          aria-describedby="voice-clips-fault voice-clips-hint"
          onChange={(event) => onEdit({ clips: event.currentTarget.value })}
        >
          <option value="">{manageText('voice.noClips')}</option>
          {!isThere && <option value={clips}>{manageText('voice.setGone', { set: clips })}</option>}
          {sets.map((set) => (
            <option key={set} value={set}>
              {set}
            </option>
          ))}
        </select>
        <FieldFault id="voice-clips-fault" fault={faultAt('clips')} />
        <p class="soft" id="voice-clips-hint">
          {manageText('voice.clipsHint')}
        </p>
      </div>
      <div class="field">
        <label for="voice-command">{manageText('voice-by.command')}</label>
        <select
          id="voice-command"
          value={argv.length === 0 ? '' : chosen}
          aria-invalid={faultAt('command') !== undefined}
          aria-describedby="voice-command-fault voice-command-hint"
          onChange={(event) => {
            const found = commands.find((one) => JSON.stringify(one) === event.currentTarget.value) ?? []
            onEdit({ argv: found, speaks: speaks.length > 0 ? speaks : draft.languages.slice(0, 1) })
          }}
        >
          <option value="">{manageText('voice.noCommand')}</option>
          {commands.map((one) => (
            <option key={words(one)} value={JSON.stringify(one)}>
              {one === argv && !isAllowed
                ? manageText('voice.commandGone', { command: words(one) })
                : words(one)}
            </option>
          ))}
        </select>
        {argv.length > 0 && <code class="voice-argv">{words(argv)}</code>}
        <FieldFault id="voice-command-fault" fault={faultAt('command')} />
        <p class="soft" id="voice-command-hint">
          {isListBroken ? forbiddenText(allowed.fault ?? '') : manageText('voice.commandHint')}
        </p>
      </div>
      {argv.length > 0 && (
        <fieldset class="choices">
          <legend>{manageText('voice.speaks')}</legend>
          {SPOKEN.map((language) => (
            <label class="tick tick-row" key={language}>
              <input
                type="checkbox"
                checked={speaks.includes(language)}
                aria-describedby="voice-command-fault"
                onChange={(event) => speak(language, event.currentTarget.checked)}
              />
              <span>{nameOf(language)}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  )
}

// What is wrong with a voice, in words.

/** `Rekaman suara`. */
export function voiceText(by: string): string {
  const key = `voice-by.${by}` as const
  return manageText(isKey(id, key) ? key : 'voice-by.espeak')
}

export function clipFaultText(why: string): string {
  const key = `clip-fault.${why}` as const
  return manageText(isKey(id, key) ? key : 'clip-fault.unreadable')
}

export function commandFaultText(why: string): string {
  const key = `command-fault.${why}` as const
  return manageText(isKey(id, key) ? key : 'command-fault.not-started')
}

/** Why a command is not run at all. */
export function forbiddenText(why: string): string {
  const key = `forbidden.${why}` as const
  return manageText(isKey(id, key) ? key : 'forbidden.not-listed')
}

/** Why a better voice did not speak the test. */
export function insteadText({ by, why, detail }: { by: string; why: string; detail: string }): string {
  const words = by === 'clips' ? `${detail} – ${clipFaultText(why)}` : commandFaultText(why)
  return manageText('voice.instead', { by: voiceText(by), why: words })
}
