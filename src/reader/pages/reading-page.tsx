import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { useArchive } from '../asking/archive-context.ts'
import { Masthead } from '../frame/masthead.tsx'
import { SkipLink } from '../frame/skip-link.tsx'
import { TopBar } from '../frame/top-bar.tsx'
import { useWidth } from '../frame/width.ts'
import type { Filter } from '../library/filter.ts'
import { NotFound } from '../notices/not-found.tsx'
import { SIZES } from '../preferences/preferences.ts'
import { usePreferences } from '../preferences/preferences-provider.tsx'
import type { SearchBoxHandle } from '../search/search-box.tsx'
import type { TimelineHandle } from '../timeline/timeline.tsx'
import { useWords } from '../words/words-context.ts'
import { ArticleColumn } from './article-column.tsx'
import { addressOf, stateFrom } from './destination.ts'
import { FilterSheet } from './filter-sheet.tsx'
import { ListColumn } from './list-column.tsx'
import { PhoneSearch } from './phone-search.tsx'
import { SideBar } from './side-bar.tsx'
import { useChosenCategories } from './use-chosen-categories.ts'
import { useDestination } from './use-destination.ts'
import { useKeys } from './use-keys.ts'
import { useTitle } from './use-title.ts'
import './pages.css'

const KeyHelp = lazy(() => import('../frame/key-help.tsx').then(({ KeyHelp }) => ({ default: KeyHelp })))

/** The whole paper: list and article side by side on a desk, one in the other's place elsewhere. */
export const ReadingPage = () => {
  const words = useWords()
  const { root, isWhole } = useArchive()
  const width = useWidth()
  const navigate = useNavigate()
  const destination = useDestination()
  const { list, permalink, steps } = destination
  const { entries: chosen, isUnknown } = useChosenCategories(list.filter.categories)
  const { preferences, choose } = usePreferences()
  const [dialog, setDialog] = useState<'filters' | 'keys' | 'search'>()
  const timeline = useRef<TimelineHandle>(null)
  const search = useRef<SearchBoxHandle>(null)

  const { state, hash } = useLocation()
  // The canonical address takes the alias's place: it is what the reader will share.
  const onMoved = useCallback(
    (to: string) => navigate(to + hash, { replace: true, state }),
    [navigate, state, hash],
  )
  const closeDialog = useCallback(() => setDialog(undefined), [])
  const onFilter = (filter: Filter) => navigate(addressOf(filter, list.category))
  const onSearch = (filter: Filter) => {
    onFilter(filter)
    // On to what is found: from there the keys of the list work, and Tab goes to the results.
    document.getElementById('main')?.focus({ preventScroll: true })
  }
  const onOpenSearch = root.search && (() => (search.current ? search.current.open() : setDialog('search')))
  const onBack = () => (steps ? navigate(-steps) : navigate(addressOf(list.filter, list.category)))
  const onTextSize = () =>
    choose({ size: SIZES[(SIZES.indexOf(preferences.size) + 1) % SIZES.length] ?? 'medium' })
  const onKeyHelp = () => setDialog('keys')

  useKeys({
    j: () => timeline.current?.step(1),
    k: () => timeline.current?.step(-1),
    o: () => document.activeElement?.closest('[data-row]')?.querySelector('a')?.click(),
    '/': onOpenSearch,
    '?': onKeyHelp,
  })
  const isLost = list.category !== undefined && isUnknown(list.category)
  const heading = list.category && chosen.find(({ slug }) => slug === list.category)?.name
  const isHeading = !permalink && !list.category
  const isListShown = width === 'desk' || !permalink
  return (
    <div className={width === 'printed' ? 'frame frame-printed' : 'frame'}>
      <SkipLink target="main" />
      {(width === 'phone' || width === 'printed') && (
        <TopBar
          site={root.site}
          isHeading={isHeading}
          filtersInForce={list.filter.categories.length + Number(Boolean(list.filter.from ?? list.filter.to))}
          isLoose={permalink !== undefined}
          onOpenFilters={permalink || width === 'printed' ? undefined : () => setDialog('filters')}
          onOpenSearch={onOpenSearch}
        />
      )}
      {width === 'printed' && (
        <div className="side-bar">
          <Masthead root={root} isHeading={false} />
        </div>
      )}
      {(width === 'middle' || width === 'desk') && (
        <SideBar
          filter={list.filter}
          chosen={chosen}
          isHeading={isHeading}
          isListShown={isListShown && !isLost}
          search={search}
          onFilter={onFilter}
          onSearch={onSearch}
          onKeyHelp={onKeyHelp}
        />
      )}
      <main className="frame-main" id="main" tabIndex={-1}>
        {!permalink && <ListTitle heading={heading} words={list.filter.words} />}
        {isListShown && isLost && <NotFound what="category" onHome={() => navigate('/')} />}
        {isListShown && !isLost && (
          <ListColumn
            destination={destination}
            chosen={chosen}
            heading={heading}
            timeline={timeline}
            onFilter={onFilter}
          />
        )}
        {permalink && (
          <ArticleColumn
            destination={destination}
            permalink={permalink}
            width={width}
            onMoved={onMoved}
            go={(to) => navigate(to, { state: stateFrom(destination) })}
            onBack={onBack}
            onHome={() => navigate('/')}
            onTextSize={onTextSize}
          />
        )}
        {!permalink && width === 'desk' && (
          <section className="article-column" aria-label={words.article.pane}>
            <p className="article-hint">{words.list.openHint}</p>
          </section>
        )}
      </main>
      {isWhole && dialog === 'filters' && (
        <FilterSheet filter={list.filter} chosen={chosen} onFilter={onFilter} onClose={closeDialog} />
      )}
      {isWhole && dialog === 'search' && (
        <PhoneSearch filter={list.filter} onFilter={onSearch} onClose={closeDialog} />
      )}
      {dialog === 'keys' && (
        <Suspense>
          <KeyHelp onClose={closeDialog} />
        </Suspense>
      )}
    </div>
  )
}

/** The list's name in the tab; the article's column sets its own. */
const ListTitle = (props: { readonly heading: string | undefined; readonly words: string | undefined }) => {
  useTitle(props.words && `“${props.words}”`, props.heading, useArchive().root.site.title)
  return null
}
