// The settings of this browser: what follows automatically, what is heard, and the keys.
import { useState, useEffect } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { sharedText } from '../../../screens/texts/shared.ts'
import { playTone } from '../../parts/tone.ts'
import { Icon } from '../../../screens/icons.tsx'
import { panelText } from '../texts/index.ts'
import { type Keyed, keyText, KEYED, meaningOf, MOST_KEYS, namesOf, withKey, without } from '../keys.ts'
import { keys, setKeys, has, setOption } from './options.ts'
import { OPTIONS, type Option } from '../possible-actions.ts'
import './settings.css'

export function Settings({ onClose }: { onClose: () => void }) {
  const [permission, setPermission] = useState(currentPermission)

  async function set(name: Option, on: boolean): Promise<void> {
    setOption(name, on)
    if (!on) return
    if (name === 'tone') playTone()
    if (name !== 'notify') return
    const given = await Notification.requestPermission()
    setPermission(given)
    if (given !== 'granted') setOption('notify', false)
  }

  function help(name: Option): string {
    if (name !== 'notify' || permission === 'granted' || permission === 'default')
      return panelText(`settings-help.${name}`)
    return panelText(permission === 'denied' ? 'settings.notifyDenied' : 'settings.notifyNever')
  }

  return (
    <Dialog title={panelText('settings.title')} onClose={onClose}>
      <div class="fields">
        <p class="soft">{panelText('settings.kept')}</p>
        <fieldset class="choices">
          <legend>{panelText('settings.options')}</legend>
          {OPTIONS.map((name) => (
            <label key={name} class="tick tick-row">
              <input
                type="checkbox"
                checked={has(name)}
                disabled={name === 'notify' && permission === null}
                onChange={(event) => void set(name, event.currentTarget.checked)}
              />
              <span>
                {panelText(`settings.${name}`)}
                <span class="soft tick-more">{help(name)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <KeyRows />
        <Button onPress={onClose}>{sharedText('close')}</Button>
      </div>
    </Dialog>
  )
}

/** What the browser says about notifications; null if it has none, as on plain http. */
function currentPermission(): NotificationPermission | null {
  return isSecureContext && 'Notification' in globalThis ? Notification.permission : null
}

// Every action with its keys: touch a key, press the one that should replace it.

/** The key being asked for, and which one it replaces; null: it is added. */
interface Asked {
  keyed: Keyed
  old: string | null
}

function KeyRows() {
  const [asked, ask] = useState<readonly Asked[]>([])
  const [taken, setTaken] = useState<string | null>(null)
  const now = asked[0]

  function next(): void {
    setTaken(null)
    ask(asked.slice(1))
  }

  useEffect(() => {
    if (!now) return
    function press(event: KeyboardEvent): void {
      const [name] = namesOf(event)
      const onButton = event.target instanceof Element && event.target.closest('.keys-ends') !== null
      if (!now || event.repeat || onButton || (name === undefined && event.key !== 'Escape')) return
      event.preventDefault()
      event.stopPropagation()
      if (name === undefined) return stop()
      const other = meaningOf(event, keys.value)
      const isFree = other === null || other === now.keyed || keys.value[other].indexOf(name) < 0
      if (!isFree && taken !== name) return setTaken(name)
      setKeys(withKey(keys.value, now.keyed, name, now.old))
      next()
    }
    function stop(): void {
      setTaken(null)
      ask([])
    }
    // Before the dialog, which Escape would close.
    addEventListener('keydown', press, true)
    return () => removeEventListener('keydown', press, true)
  })

  const start = (...list: Asked[]) => {
    setTaken(null)
    ask(list)
  }
  return (
    <fieldset class="choices keys">
      <legend>{panelText('settings.keys')}</legend>
      <p class="soft">{panelText('settings.keysHelp')}</p>
      <ul>
        {KEYED.map((keyed) => (
          <li key={keyed} class="keys-row">
            <span class="keys-name">{nameOf(keyed)}</span>
            <Keys keyed={keyed} asked={now} onAsk={(old) => start({ keyed, old })} />
            {now && now.keyed === keyed && (
              <p class="keys-asked" role="status">
                {taken === null
                  ? panelText('settings.press', { action: nameOf(keyed) })
                  : panelText('settings.taken', { key: keyText(taken), action: nameOf(holder(taken)) })}
                <span class="keys-ends">
                  {now.old !== null && (
                    <Button
                      onPress={() => {
                        setKeys(without(keys.value, now.old ?? ''))
                        next()
                      }}
                    >
                      {panelText('settings.remove', { key: keyText(now.old) })}
                    </Button>
                  )}
                  <Button kind="quiet" onPress={next}>
                    {sharedText('cancel')}
                  </Button>
                </span>
              </p>
            )}
          </li>
        ))}
      </ul>
      <p class="soft">{panelText('settings.pedalsHelp')}</p>
      <div class="dialog-ends">
        <Button onPress={() => start({ keyed: 'big', old: null }, { keyed: 'recall', old: null })}>
          {panelText('settings.pedals')}
        </Button>
        <Button onPress={() => setKeys(null)}>{panelText('settings.usual')}</Button>
      </div>
    </fieldset>
  )
}

interface KeysProps {
  keyed: Keyed
  asked: Asked | undefined
  onAsk: (old: string | null) => void
}

function Keys({ keyed, asked, onAsk }: KeysProps) {
  const own = keys.value[keyed]
  const isAsked = (old: string | null) => asked !== undefined && asked.keyed === keyed && asked.old === old
  return (
    <span class="keys-own">
      {own.map((name) => (
        <button
          key={name}
          type="button"
          class="button button-plain"
          aria-pressed={isAsked(name)}
          aria-label={panelText('settings.change', { key: keyText(name), action: nameOf(keyed) })}
          onClick={() => onAsk(name)}
        >
          {keyText(name)}
        </button>
      ))}
      {own.length < MOST_KEYS && (
        <button
          type="button"
          class="button button-quiet"
          aria-pressed={isAsked(null)}
          aria-label={panelText('settings.add', { action: nameOf(keyed) })}
          onClick={() => onAsk(null)}
        >
          <Icon name="plus" />
        </button>
      )}
    </span>
  )
}

/** Which action has this key. */
const holder = (name: string): Keyed => KEYED.find((keyed) => keys.value[keyed].indexOf(name) >= 0) ?? 'big'

const nameOf = (keyed: Keyed): string => panelText(`action.${keyed}`)
