// The same letter in MJML, with its defaults.
import fs from 'node:fs'
import mjml2html from 'mjml'

const { title, preheader, body, items, agenda } = JSON.parse(fs.readFileSync(0, 'utf8'))
const row = (...parts) => `<mj-section background-color="#ffffff"><mj-column>${parts.join('')}</mj-column></mj-section>`
const text = (html) => `<mj-text font-size="16px" line-height="1.55">${html}</mj-text>`
const story = (item) =>
  row(
    item.image && `<mj-image src="${item.image}" alt="${item.alt}" />`,
    text(`<h3>${item.title}</h3><p>${item.when}</p>${item.body}`),
    ...item.links.map((link) => `<mj-button href="${link.url}">${link.text}</mj-button>`),
  )
const date = (event) =>
  `<tr><th>${event.when}</th><td>${event.title}<br>${event.place}${event.links
    .map((link) => ` <a href="${link.url}">${link.text}</a>`)
    .join('')}</td></tr>`
const source = `<mjml lang="en"><mj-head><mj-title>${title}</mj-title><mj-preview>${preheader}</mj-preview></mj-head>
<mj-body background-color="#eceff3">${row(text(`<h1>${title}</h1>${body}`))}${items.map(story).join('')}
${row(`<mj-table>${agenda.map(date).join('')}</mj-table>`)}</mj-body></mjml>`
const { html } = await mjml2html(source.replaceAll('undefined', ''))
process.stdout.write(html)
