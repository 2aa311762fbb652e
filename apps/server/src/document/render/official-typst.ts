/**
 * The PDF's layout in Typst. It takes the models as JSON (`sys.inputs.data`), which is inert: nothing in a name or
 * a text is read as markup. Sizes and margins come with the data, from the domain's page rules.
 */
export const OFFICIAL_TYPST = String.raw`
#let input = json(bytes(sys.inputs.data))
#let rules = input.rules
#let mm(value) = value * 1mm
#let pt(value) = value * 1pt

#set document(title: input.name, author: input.author)
#set text(font: "Tinos", lang: "vi", size: 14pt, top-edge: 0.891em, bottom-edge: -0.216em, hyphenate: false, overhang: false)
#set par(leading: 0.158em, spacing: 0.158em + pt(rules.gap), justify: false)
#set table(stroke: 0.5pt, inset: (x: 3pt, y: 3pt))

#let runs(rich) = if type(rich) == str { rich } else {
  for run in rich {
    let body = run.text
    if run.at("bold", default: false) { body = strong(body) }
    if run.at("italic", default: false) { body = emph(body) }
    body
  }
}

#let lettered(name, body) = {
  let style = rules.lettering.at(name)
  text(
    size: pt(style.size),
    weight: if style.bold { 700 } else { 400 },
    style: if style.italic { "italic" } else { "normal" },
    body,
  )
}

// A rule under a text: a share of the width of its longest line.
#let ruled(lines, share) = layout(size => {
  let widest = calc.max(..lines.map(one => calc.min(measure(one).width, size.width)))
  stack(
    dir: ttb,
    spacing: pt(rules.ruleGap),
    block(width: 100%, align(center, par(lines.join(linebreak())))),
    align(center, line(length: widest * share, stroke: pt(rules.ruleThickness))),
  )
})

#let signatureBlock(block-data, space: 20mm) = block(width: 100%, breakable: false, {
  set par(leading: 0.1em, spacing: 0.2em)
  set align(center)
  for line in block-data.authority { lettered("signatory", line); linebreak() }
  lettered("signatory", block-data.position)
  if block-data.at("note", default: none) != none {
    linebreak()
    text(size: 12pt, style: "italic", block-data.note)
  }
  v(space)
  if block-data.name != none { lettered("signatoryName", block-data.name.split("\n").join(linebreak())) }
})

#let headOf(doc) = {
  set par(leading: 0.1em, spacing: 0.3em)
  let left = {
    if doc.superior != none { lettered("superiorBody", doc.superior); linebreak() }
    ruled(doc.body.map(line => lettered("issuingBody", line)), rules.bodyRule)
  }
  let right = {
    lettered("nationalName", rules.nationalName)
    linebreak()
    ruled((lettered("motto", rules.motto),), 1)
  }
  grid(
    columns: (rules.leftShare * 1fr, rules.rightShare * 1fr),
    column-gutter: 2mm,
    row-gutter: 9pt,
    align: center,
    left, right,
    {
      if doc.numberLine != none { lettered("numberAndSymbol", doc.numberLine) }
      if doc.correspondenceSubject != none {
        v(6pt)
        block(width: 90%, lettered("correspondenceSubject", doc.correspondenceSubject))
      }
    },
    lettered("placeAndDay", doc.placeAndDay),
  )
}

#let titleOf(doc) = {
  if doc.title != none {
    v(12pt)
    set par(leading: 0.14em, spacing: 0.3em)
    align(center, lettered("typeName", doc.title.type))
    if doc.title.subject != none {
      pad(x: 4%, ruled((lettered("subject", doc.title.subject),), rules.subjectRule))
    }
    v(8pt)
  }
  if doc.addressees.len() == 1 {
    v(6pt)
    align(center, lettered("addressees", "Kính gửi: " + doc.addressees.first()))
    v(6pt)
  } else if doc.addressees.len() > 1 {
    v(6pt)
    pad(left: 22%, {
      lettered("addressees", "Kính gửi:")
      for (at, one) in doc.addressees.enumerate() {
        linebreak()
        lettered("addressees", h(1.2em) + "- " + one + if at + 1 == doc.addressees.len() { "." } else { ";" })
      }
    })
    v(6pt)
  }
  if doc.authority != none {
    v(2pt)
    align(center, text(weight: 700, doc.authority))
    v(4pt)
  }
}

#let indent = (amount: mm(rules.firstLine), all: true)

#let tableOf(data) = {
  let size = pt(data.at("size", default: 12))
  set text(size: size)
  set par(justify: false, leading: 0.08em, first-line-indent: 0pt)
  let grouped = data.columns.any(column => column.at("group", default: none) != none)
  let alignOf(column) = {
    let name = column.at("align", default: "left")
    if name == "centre" { center } else if name == "right" { right } else { left }
  }
  let header = ()
  let below = ()
  let at = 0
  while at < data.columns.len() {
    let column = data.columns.at(at)
    let group = column.at("group", default: none)
    if group == none {
      header.push(table.cell(rowspan: if grouped { 2 } else { 1 }, align: center + horizon, strong(column.label)))
      at += 1
    } else {
      let span = 0
      while at + span < data.columns.len() and data.columns.at(at + span).at("group", default: none) == group {
        below.push(table.cell(align: center + horizon, strong(data.columns.at(at + span).label)))
        span += 1
      }
      header.push(table.cell(colspan: span, align: center + horizon, strong(group)))
      at += span
    }
  }
  if data.at("numbered", default: false) {
    for number in range(data.columns.len()) {
      below.push(table.cell(align: center, text(style: "italic", "(" + str(number + 1) + ")")))
    }
  }
  let aligns = data.columns.map(alignOf)
  // Of a table drawn in parts: it goes on at the top of a page, and its last rows tell on which page they stand.
  let marked = data.at("markedFrom", default: none)
  if not data.at("continued", default: false) { v(3pt) }
  table(
    columns: data.columns.map(column => column.width * 1fr),
    align: (x, y) => aligns.at(x) + horizon,
    table.header(..header, ..below),
    ..data.rows.enumerate().map(((number, row)) => row.cells.enumerate().map(((place, cell)) => {
      let body = if cell == "" { sym.space.nobreak } else { cell }
      if place == 0 and marked != none and number >= marked {
        context [#metadata((row: number, page: here().page())) <row>]
      }
      // A row is not broken over two pages, unless it could fill one by itself.
      table.cell(breakable: cell.len() > 600, if row.at("bold", default: false) { strong(body) } else { body })
    })).flatten(),
  )
  v(3pt)
}

#let qrOf(data) = block(breakable: false, width: 100%, {
  v(4pt)
  grid(
    columns: (mm(data.millimetres), 1fr),
    column-gutter: 5mm,
    align: (left, left + horizon),
    image(bytes(data.svg), format: "svg", width: mm(data.millimetres), alt: "Mã QR: " + data.text),
    {
      set par(first-line-indent: 0pt, justify: false)
      for (at, line) in data.caption.enumerate() {
        if at > 0 { linebreak() }
        if at == 1 { strong(line) } else { line }
      }
    },
  )
  v(4pt)
})

#let textPar(body, flush: false, how: "justify", size: none) = {
  set text(size: pt(size)) if size != none
  set par(justify: how == "justify", first-line-indent: if flush or how == "centre" or how == "right" { 0pt } else { indent })
  set align(if how == "centre" { center } else if how == "right" { right } else { left })
  par(body)
}

// "kept": the last of a text stays with what follows, so that a signature never stands alone on a page.
#let blockOf(data, kept: false) = {
  let kind = data.kind
  let body = data.at("text", default: none)
  if kind == "paragraph" {
    block(
      width: 100%, sticky: kept or data.at("keepWithNext", default: false),
      textPar(runs(body), flush: data.at("flush", default: false), how: data.at("align", default: "justify"), size: data.at("size", default: none)),
    )
  } else if kind == "heading" {
    block(width: 100%, sticky: true, above: 8pt, textPar(strong(body), flush: true, how: "left", size: data.at("size", default: none)))
  } else if kind == "chapter" or kind == "section" {
    block(width: 100%, sticky: true, align(center, {
      lettered("chapter", data.label)
      linebreak()
      lettered("chapterTitle", data.title)
    }))
  } else if kind == "article" {
    let title = data.at("title", default: none)
    let label = strong("Điều " + str(data.number) + ".")
    if title == none { block(width: 100%, sticky: kept, textPar(label + " " + runs(body))) } else {
      block(width: 100%, sticky: kept or body != none, textPar(strong("Điều " + str(data.number) + ". " + title)))
      if body != none { block(width: 100%, sticky: kept, textPar(runs(body))) }
    }
  } else if kind == "clause" {
    let title = data.at("title", default: none)
    if title != none {
      block(width: 100%, sticky: kept or body != none, textPar(strong(str(data.number) + ". " + title)))
    }
    if body != none {
      block(width: 100%, sticky: kept, textPar(if title == none { str(data.number) + ". " + runs(body) } else { runs(body) }))
    }
  } else if kind == "point" {
    block(width: 100%, sticky: kept, textPar(data.letter + ") " + runs(body)))
  } else if kind == "outline" {
    let titled = data.at("title", default: false)
    let line = data.mark + " " + runs(body)
    block(width: 100%, sticky: kept or titled, textPar(if titled { strong(line) } else { line }))
  } else if kind == "table" {
    tableOf(data.table)
  } else if kind == "qr" {
    qrOf(data)
  } else if kind == "signatures" {
    v(6pt)
    block(breakable: false, width: 100%, grid(
      columns: data.blocks.map(_ => 1fr),
      column-gutter: 2mm,
      ..data.blocks.map(one => signatureBlock(one, space: 17mm)),
    ))
  }
}

#let footOf(doc) = {
  if doc.recipients.len() == 0 and doc.signature == none { return }
  v(8pt)
  block(breakable: false, width: 100%, grid(
    columns: (rules.leftShare * 1fr, rules.rightShare * 1fr),
    column-gutter: 2mm,
    if doc.besideSignature.len() > 0 {
      set text(size: 12pt)
      for one in doc.besideSignature { blockOf(one) }
    } else if doc.recipients.len() > 0 {
      set par(leading: 0.1em, spacing: 0.2em)
      lettered("recipientsLabel", "Nơi nhận:")
      for line in doc.recipients {
        linebreak()
        lettered("recipients", "- " + line)
      }
    },
    if doc.signature != none { signatureBlock(doc.signature) },
  ))
}

#let margin = (top: mm(rules.top), bottom: mm(rules.bottom), left: mm(rules.left), right: mm(rules.right))

// The number stands in the middle of the top margin, not on page 1 (of the document, and of each annex). A header is set
// before its page's body, which begins the count anew: that a page is the first has to be told by what came before it.
#let fresh = state("fresh", true)
// "before": pages of the same run that were drawn in a file of their own.
#let sheet(doc, landscape, footer, body, before: 0) = page(
  paper: "a4",
  flipped: landscape,
  margin: margin,
  header-ascent: 0pt,
  header: context {
    let number = counter(page).get().first() + before
    if number > 1 and (before > 0 or not fresh.get()) {
      block(height: mm(rules.top), width: 100%, align(center + horizon, lettered("pageNumber", str(number))))
    }
  },
  footer: context {
    if footer != none and before == 0 and counter(page).get().first() == 1 { align(center, text(size: 9pt, footer)) }
  },
  background: if doc.watermark != none {
    rotate(-45deg, text(size: 54pt, fill: luma(225), weight: 700, doc.watermark))
  },
  { counter(page).update(1); fresh.update(false); body; fresh.update(true) },
)

#let annexOf(annex) = {
  set par(leading: 0.14em, spacing: 0.3em)
  if annex.label != none { align(center, lettered("annexLabel", annex.label)) }
  align(center, lettered("annexTitle", upper(annex.title)))
  if annex.attached != none { align(center, lettered("annexAttached", annex.attached)) }
  align(center, line(length: 25%, stroke: pt(rules.ruleThickness)))
  v(6pt)
}

// A document, or a part of it: an "opening" bears the head, a "closing" the signature.
#for doc in input.documents {
  if doc.parts.text {
    sheet(doc, doc.landscape, doc.footer, before: doc.parts.before, {
      if doc.parts.opening {
        headOf(doc)
        titleOf(doc)
      }
      set text(size: pt(doc.bodySize))
      if doc.parts.opening {
        for ground in doc.grounds { block(width: 100%, textPar(emph(ground))) }
        if doc.enacting != none {
          v(4pt)
          block(width: 100%, sticky: true, align(center, strong(doc.enacting)))
          v(2pt)
        }
      }
      let last = doc.content.len() - 1
      for (at, one) in doc.content.enumerate() { blockOf(one, kept: at == last and doc.parts.closing) }
      set text(size: 14pt)
      if doc.parts.closing { footOf(doc) }
    })
  }
  for annex in doc.annexes {
    sheet(doc, annex.landscape, none, before: if doc.parts.text { 0 } else { doc.parts.before }, {
      if doc.parts.text or doc.parts.opening { annexOf(annex) }
      set text(size: pt(doc.bodySize))
      for one in annex.body { blockOf(one) }
    })
  }
}
`;
