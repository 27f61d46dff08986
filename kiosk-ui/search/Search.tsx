// Finding a service by typing what one would call it: the results are above the letters and change with each.
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { language, pick } from '../../screens/i18n.ts'
import { standingText } from '../../screens/texts/standing.ts'
import { useKiosk } from '../kiosk.ts'
import { Blocked } from '../parts/Opening.tsx'
import { ServiceTile } from '../parts/ServiceTile.tsx'
import { Shell, useWayBack } from '../parts/Shell.tsx'
import { kioskText } from '../texts/index.ts'
import { MOST_TYPED } from './find.ts'

export function Search() {
  const { find, hall, trip } = useKiosk()
  const field = useRef<HTMLInputElement>(null)
  const text = find.text.value
  const spoken = language.value
  const write = (typed: string) => find.write(typed, language.value)

  // Another language finds other words.
  useEffect(() => write(find.text.value), [spoken])
  useEffect(() => {
    const main = field.current?.closest('main')
    if (main) main.scrollTop = 0
  }, [text])
  // On a real keyboard there is no need to touch the field first: it gets the focus before the letter arrives.
  // Listens as soon as the letters can be seen: on a slow PC the first key would come before the effects run.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isLetter = /^[\p{L}\p{N}]$/u.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey
      if (isLetter && field.current) field.current.focus()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])

  const found = find.found.value
  const services = (found?.services ?? []).flatMap((id) => hall.services.value.get(id) ?? [])
  const elsewhere = found?.elsewhere ?? []
  const away = elsewhere.map((thing) => (
    <li key={`away ${thing.id}`}>
      <div class="tile tile-off">
        <span class="tile-words">
          <span class="tile-name">{pick(thing.name)}</span>
          <span class="tile-why">{kioskText('search.notHere')}</span>
          <span class="tile-more">{kioskText('search.whereTo', { where: pick(thing.where) })}</span>
        </span>
      </div>
    </li>
  ))
  const first = found?.elsewhereFirst ?? false
  return (
    <Shell
      name="search"
      heading={kioskText('search.search')}
      tools={useWayBack()}
      actions={
        <Keys
          onType={(letter) => write(find.text.value + letter)}
          onDelete={() => write(find.text.value.slice(0, -1))}
          onClear={() => write('')}
        />
      }
    >
      <Blocked />
      <input
        ref={field}
        class="search-field"
        type="text"
        inputMode="none"
        autocomplete="off"
        spellcheck={false}
        maxLength={MOST_TYPED}
        aria-label={kioskText('search.search')}
        placeholder={kioskText('search.fieldHint')}
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <Said count={services.length} away={elsewhere.length} />
      {services.length + away.length > 0 && (
        <ul class="tiles tiles-one">
          {first && away}
          {services.map((service) => (
            <li key={service.id}>
              <ServiceTile service={service} onPress={() => trip.choose([service.id])} />
            </li>
          ))}
          {!first && away}
        </ul>
      )}
    </Shell>
  )
}

/** The result for screen readers too; and where to look if nothing was found. */
function Said({ count, away }: { count: number; away: number }) {
  const { find, trip } = useKiosk()
  const isNothing = find.found.value !== null && count + away === 0
  const byAgency = isNothing || find.silent.value
  return (
    <>
      <div role="status">
        {isNothing && (
          <h2 class="subheading">{kioskText('search.nothing', { text: find.text.value.trim() })}</h2>
        )}
        <p class="hint">
          {isNothing
            ? kioskText('search.nothingHint')
            : find.silent.value
              ? standingText('offlineDetail')
              : count > 0
                ? kioskText('search.found', { count })
                : kioskText(away > 0 ? 'search.notHereHint' : 'search.searchHint')}
        </p>
      </div>
      {byAgency && (
        <Button size="large" icon="office" onPress={() => trip.go({ at: 'agencies' })}>
          {kioskText('byAgency')}
        </Button>
      )}
    </>
  )
}

// Letters to touch, as everybody knows them from a phone; the system's own keyboard would lead out of the page. A key
// types when the finger comes down: two thumbs overlap, and the browser makes no click of the second one.
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const

interface KeysProps {
  onType: (letter: string) => void
  onDelete: () => void
  onClear: () => void
}

function Keys({ onType, onDelete, onClear }: KeysProps) {
  return (
    <div class="keys" role="region" aria-label={kioskText('search.search')}>
      {ROWS.map((row) => (
        <div class="keys-row" key={row}>
          {[...row].map((letter) => (
            <Key key={letter} name="letter" words={letter} onPress={() => onType(letter)} />
          ))}
          {row === ROWS[2] && <Key name="delete" words={kioskText('search.delete')} onPress={onDelete} />}
        </div>
      ))}
      <div class="keys-row">
        <Key name="clear" words={kioskText('search.clear')} onPress={onClear} />
        <Key name="space" words={kioskText('search.space')} onPress={() => onType(' ')} />
      </div>
    </div>
  )
}

function Key({ name, words, onPress }: { name: string; words: string; onPress: () => void }) {
  return (
    <button
      type="button"
      class={`key key-${name}`}
      onPointerDown={onPress}
      onClick={(event) => {
        // Pressed by keyboard or a screen reader: no finger came down first.
        if (event.detail === 0) onPress()
      }}
    >
      <span>{words}</span>
    </button>
  )
}
