// The frame of every section of `/manage/`: the head, the menu, the breadcrumb, and the section itself, loaded when
// somebody goes there.
import type { ComponentChildren, ComponentType } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import { Icon } from '../../../screens/icons.tsx'
import { draft } from '../draft/draft.ts'
import { Conflicts, DraftBar } from '../draft/DraftBar.tsx'
import { manageText } from '../texts/index.ts'
import { Overview } from './Overview.tsx'
import type { Section, SectionProps } from './section.ts'
import { sectionsFor } from './sections.tsx'
import { shellText } from './texts.ts'
import { cameFrom, here, pathTo } from './way.ts'
import './shell.css'

/** The section that the address names, or a message that there is none. */
export function Place(props: Omit<SectionProps, 'id'>) {
  const { section: name, id } = here.value
  const mine = sectionsFor(props.me.role)
  const section = mine.find((one) => one.id === name)
  if (name === '')
    return (
      <Titled title={shellText('start')}>
        <Overview {...props} id={null} sections={mine} />
      </Titled>
    )
  if (!section)
    return (
      <Titled title={shellText('noSection')}>
        <section class="part">
          <p>{shellText('noSectionLead', { address: location.pathname })}</p>
          <p>
            <a href={pathTo('')}>{shellText('start')}</a>
          </p>
        </section>
      </Titled>
    )
  return <Loaded key={section.id} section={section} {...props} id={id} />
}

const loaded = new Map<string, ComponentType<SectionProps>>()

function Loaded({ section, ...props }: SectionProps & { section: Section }) {
  const [Part, setPart] = useState<ComponentType<SectionProps> | 'failed' | null>(
    () => loaded.get(section.id) ?? null,
  )
  useEffect(() => {
    if (Part) return
    section.load().then(
      (part) => {
        loaded.set(section.id, part)
        setPart(() => part)
      },
      () => setPart('failed'),
    )
  }, [])
  return (
    <Titled title={shellText(section.title)} saves={section.saves} isThing={props.id !== null}>
      {Part === null && (
        <p class="part" role="status">
          {shellText('loading')}
        </p>
      )}
      {Part === 'failed' && (
        <section class="part">
          <h2>{shellText('notLoaded')}</h2>
          <p>{shellText('notLoadedLead')}</p>
          <Button kind="primary" onPress={() => location.reload()}>
            {shellText('reload')}
          </Button>
        </section>
      )}
      {Part !== null && Part !== 'failed' && (
        <>
          <Conflicts />
          <Part {...props} />
          {(section.saves === 'draft' || draft.unsaved.value.length > 0) && <DraftBar />}
          <Arrival />
        </>
      )}
    </Titled>
  )
}

interface TitledProps {
  title: string
  saves?: Section['saves']
  /** One thing in the section is open, and then has the heading. */
  isThing?: boolean
  children: ComponentChildren
}

/** A section under its title, with the breadcrumb. */
function Titled({ title, saves = null, isThing = false, children }: TitledProps) {
  const head = useRef<HTMLHeadingElement>(null)
  const { section, id, field } = here.value
  useLayoutEffect(() => {
    document.title = `${title} · ${shellText('title')} · Antre`
  }, [title])
  // Following a link begins at the top of its target; loading the page does so anyway.
  useLayoutEffect(() => {
    if (cameFrom.value === null || field !== null) return
    window.scrollTo(0, 0)
    if (head.current) head.current.focus({ preventScroll: true })
  }, [section, id])
  return (
    <>
      {section !== '' && (
        <nav class="crumbs" aria-label={shellText('crumbs')}>
          <ol>
            <li>
              <a href={pathTo('')}>{shellText('start')}</a>
            </li>
            {isThing ? (
              <li>
                <a href={pathTo(section)}>{title}</a>
              </li>
            ) : (
              <li aria-current="page">{title}</li>
            )}
          </ol>
        </nav>
      )}
      <h1 class={isThing ? 'visually-hidden' : 'place-title'} tabIndex={-1} ref={head}>
        {title}
      </h1>
      {saves && !isThing && <p class="place-saves soft">{shellText(`saves.${saves}`)}</p>}
      {children}
    </>
  )
}

/** Once the section is drawn: goes to the field that the address names. */
function Arrival() {
  const { section, id, field } = here.value
  useEffect(() => {
    const target = field === null ? null : document.getElementById(field)
    if (!target) return
    target.scrollIntoView({ block: 'center' })
    target.focus({ preventScroll: true })
  }, [section, id, field])
  return null
}

/** The menu: all sections in their groups; on a phone behind a button. */
export function Menu({ sections }: { sections: readonly Section[] }) {
  const [isOpen, open] = useState(false)
  const { section, id } = here.value
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    open(false)
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [section, id])
  const current = sections.find((one) => one.id === section)
  const groups = (['plan', 'now', 'whole'] as const)
    .map((group) => ({ group, list: sections.filter((one) => one.group === group) }))
    .filter(({ list }) => list.length > 0)
  const link = (to: string, words: string) => (
    <li key={to}>
      <a href={pathTo(to)} aria-current={to === section ? 'page' : undefined}>
        {words}
      </a>
    </li>
  )
  return (
    <nav class={isOpen ? 'menu-side menu-open' : 'menu-side'} aria-label={shellText('menuTitle')}>
      <button
        type="button"
        class="button button-plain button-medium menu-button"
        aria-expanded={isOpen}
        aria-controls="menu-list"
        onClick={() => open(!isOpen)}
      >
        <Icon name={isOpen ? 'close' : 'home'} />
        <span class="button-words">
          {shellText('menu')}: {current ? shellText(current.title) : shellText('start')}
        </span>
      </button>
      <div class="menu-list" id="menu-list" ref={list}>
        <ul>{link('', shellText('start'))}</ul>
        {groups.map(({ group, list }) => (
          <div key={group}>
            <p class="menu-group" id={`menu-${group}`}>
              {shellText(`group.${group}`)}
            </p>
            <ul aria-labelledby={`menu-${group}`}>
              {list.map((one) => link(one.id, shellText(one.title)))}
              {group === 'whole' && (
                <li>
                  <a href="/monitor/">{manageText('toMonitor')}</a>
                  <a href="/simulator/">{manageText('toSimulator')}</a>
                  <a href="/audit/">{manageText('toAudit')}</a>
                </li>
              )}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  )
}
