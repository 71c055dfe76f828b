/**
 * Scrolls the one box that an element lies in until `top`, a place of the window, is `space` pixels below the box's
 * own: `scrollIntoView` would move the list beside the article too.
 */
export const bringIntoView = (element: Element, top: number, space: number): void => {
  const box = boxOf(element)
  if (box) box.scrollBy(0, top - box.getBoundingClientRect().top - space)
  else scrollBy(0, top - space)
}

const boxOf = (element: Element): Element | undefined => {
  for (let box = element.parentElement; box && box !== document.documentElement; box = box.parentElement)
    if (/auto|scroll/.test(getComputedStyle(box).overflowY) && box.scrollHeight > box.clientHeight) return box
  return undefined
}
