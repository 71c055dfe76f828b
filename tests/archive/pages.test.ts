import { expect, it } from 'vitest'
import { aMenu, aPagesShard } from '../../src/archive/pages.ts'

const entry = { title: '关于', permalink: '/about.html' }

it('takes a menu of at most eight pages', () => {
  expect(aMenu([entry], 'menu')).toEqual([entry])
  expect(() => aMenu(Array(9).fill(entry), 'menu')).toThrow('menu: expected at most 8 items')
  expect(() => aMenu([{ ...entry, permalink: '//elsewhere.example' }], 'menu')).toThrow('menu[0].permalink')
})

it('takes the names of packs by address key', () => {
  expect(aPagesShard({ pages: { '/about.html': 'abcdefgh2345' } }, 'pages')).toBeTruthy()
  expect(() => aPagesShard({ pages: { '/about.html': '../../x' } }, 'pages')).toThrow(
    'pages.pages./about.html',
  )
})
