// Every action with its keys: touch a key, press the one that should replace it.
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import { Icon } from '../../../screens/icons.tsx'
import { sharedText } from '../../../screens/texts/shared.ts'
import { panelText } from '../texts/index.ts'
import { type Keyed, keyText, KEYED, meaningOf, MOST_KEYS, namesOf, withKey, without } from '../keys.ts'
import { keys, setKeys } from './options.ts'

/** The key being asked for, and which one it replaces; null: it is added. */
interface Asked {
  keyed: Keyed
  old: string | null
}

export function KeyRows() {
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
