// The same letter in React Email.
import fs from 'node:fs'
import * as C from '@react-email/components'
import { render } from '@react-email/render'
import { createElement as h } from 'react'

const { title, preheader, body, items, agenda } = JSON.parse(fs.readFileSync(0, 'utf8'))
const type = { fontFamily: 'Arial, sans-serif', fontSize: '16px', lineHeight: '1.55', color: '#1b1f24' }
const html = (words) => h('div', { style: type, dangerouslySetInnerHTML: { __html: words } })
const story = (item) =>
  h(
    C.Section,
    { key: item.title, style: { padding: '20px 36px' } },
    item.image && h(C.Img, { src: item.image, alt: item.alt, width: '528' }),
    h(C.Heading, { as: 'h3' }, html(item.title)),
    h(C.Text, { style: { fontSize: '14px', color: '#4a5260' } }, item.when),
    html(item.body),
    ...item.links.map((link) => h(C.Link, { key: link.url, href: link.url }, link.text)),
  )
const date = (event) =>
  h(
    C.Row,
    { key: event.title },
    h(C.Column, { style: { ...type, width: '100px' } }, event.when),
    h(
      C.Column,
      { style: type },
      html(event.title),
      event.place,
      ...event.links.map((link) => h(C.Link, { key: link.url, href: link.url }, link.text)),
    ),
  )
const letter = h(
  C.Html,
  { lang: 'en' },
  h(C.Head, null, h('title', null, title)),
  h(C.Preview, null, preheader),
  h(
    C.Body,
    { style: { backgroundColor: '#eceff3' } },
    h(
      C.Container,
      { style: { backgroundColor: '#ffffff', maxWidth: '600px' } },
      h(C.Section, { style: { padding: '36px' } }, h(C.Heading, null, title), html(body)),
      ...items.map(story),
      h(C.Section, { style: { padding: '36px' } }, ...agenda.map(date)),
    ),
  ),
)
process.stdout.write(await render(letter))
