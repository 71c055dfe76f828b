import { useEffect } from 'react'
import { useLocation } from 'react-router-dom'
import { bringIntoView } from './bring-into-view.ts'
import { targetId } from './safe-html.ts'

/** Fragments that have been followed, by history entry and article: going back restores the place instead. */
const followed = new Set<string>()

/**
 * Brings what the address's `#fragment` names into view, and the focus with it, once the article is there; where
 * `isSettled` is false, it is still to find its place.
 */
export const useFragment = (permalink: string, isSettled = true): void => {
  const { key, hash } = useLocation()
  useEffect(() => {
    if (!isSettled) return
    const id = targetId(hash)
    const visit = `${key} ${permalink}`
    const target = id && !followed.has(visit) ? document.getElementById(id) : undefined
    if (!target) return
    followed.add(visit)
    if (!target.matches('a[href]')) target.tabIndex = -1
    target.focus({ preventScroll: true })
    const space = Number.parseFloat(getComputedStyle(target).scrollMarginTop) || 0
    bringIntoView(target, target.getBoundingClientRect().top, space)
  }, [key, hash, permalink, isSettled])
}
