// One row of a long list: chosen, opened, moved by its handle or by the arrow keys.
import type { ComponentChildren } from 'preact'
import { memo } from 'preact/compat'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../../../screens/icons.tsx'
import { pathTo } from '../shell/way.ts'
import { formText } from './texts.ts'

export interface RowActs {
  section: string
  turn: (id: string, isOn: boolean) => void
  moveBy: (id: string, by: number) => void
  duplicate: (id: string) => void
  leave: (id: string) => void
}

interface RowProps {
  id: string
  name: string
  about: string
  state: string
  isFaulty: boolean
  isChosen: boolean
  acts: RowActs
}

export const Row = memo(function Row({ id, name, about, state, isFaulty, isChosen, acts }: RowProps) {
  return (
    <li class="things-row" data-id={id}>
      <span class="things-grip" draggable title={formText('drag', { name })} aria-hidden="true">
        ⠿
      </span>
      <input
        type="checkbox"
        class="things-tick"
        aria-label={formText('select', { name })}
        checked={isChosen}
        onChange={({ currentTarget }) => acts.turn(id, currentTarget.checked)}
      />
      <span class="things-words">
        <a href={pathTo(acts.section, id)}>
          <strong>{name}</strong>
        </a>
        {isFaulty && (
          <span class="things-fault">
            <Icon name="warning" />
            <span>{formText('hasFaults')}</span>
          </span>
        )}
        {state && <span class="state">{state}</span>}
        <span class="soft things-about">{about}</span>
      </span>
      <span class="things-ends">
        <span class="things-order">
          <RowButton label={formText('upOf', { name })} onPress={() => acts.moveBy(id, -1)}>
            ↑
          </RowButton>
          <RowButton label={formText('downOf', { name })} onPress={() => acts.moveBy(id, 1)}>
            ↓
          </RowButton>
        </span>
        <RowButton label={formText('duplicateOf', { name })} onPress={() => acts.duplicate(id)}>
          {formText('duplicate')}
        </RowButton>
        <RowButton label={formText('removeOf', { name })} onPress={() => acts.leave(id)}>
          {formText('remove')}
        </RowButton>
      </span>
    </li>
  )
})

interface RowButtonProps {
  label: string
  onPress: () => void
  children: ComponentChildren
}

/** Light: a long list has hundreds of them. */
export function RowButton({ label, onPress, children }: RowButtonProps) {
  return (
    <button
      type="button"
      class="button button-quiet button-medium"
      aria-label={label}
      title={label}
      onClick={onPress}
    >
      {children}
    </button>
  )
}

/** Rows are dragged by their grips onto the row whose place they take. `place`: counted from 0. */
export function useDrag(all: { current: HTMLElement | null }, place: (id: string, to: number) => void): void {
  const latest = useRef(place)
  latest.current = place
  useEffect(() => {
    const node = all.current
    if (!node) return undefined
    let dragged: string | null = null
    const rowOf = ({ target }: Event) => (target instanceof Element ? target.closest('.things-row') : null)
    const mark = (row: Element | null) => {
      node.querySelector('.things-over')?.classList.remove('things-over')
      if (row) row.classList.add('things-over')
    }
    const onStart = (event: DragEvent) => {
      const row = rowOf(event)
      dragged = row instanceof HTMLElement ? (row.dataset['id'] ?? null) : null
      event.dataTransfer?.setData('text/plain', dragged ?? '')
    }
    const onOver = (event: DragEvent) => {
      if (dragged === null) return
      event.preventDefault()
      mark(rowOf(event))
    }
    const onDrop = (event: DragEvent) => {
      const row = rowOf(event)
      if (dragged !== null && row) {
        event.preventDefault()
        latest.current(dragged, [...node.children].indexOf(row))
      }
      onEnd()
    }
    const onEnd = () => {
      dragged = null
      mark(null)
    }
    node.addEventListener('dragstart', onStart)
    node.addEventListener('dragover', onOver)
    node.addEventListener('drop', onDrop)
    node.addEventListener('dragend', onEnd)
    return () => {
      node.removeEventListener('dragstart', onStart)
      node.removeEventListener('dragover', onOver)
      node.removeEventListener('drop', onDrop)
      node.removeEventListener('dragend', onEnd)
    }
  }, [all.current])
}
