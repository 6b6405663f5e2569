"use strict";
// The viewer: the server's pictures drawn again from the voxels while the reader moves. Without this script the form below the planes does the same, one page at a time.
(() => {
  const root = document.querySelector("[data-viewer]");
  if (!root) return;
  const began = performance.now();
  const base = root.dataset.viewer;
  const WIDTH = 340, HEIGHT = 300;
  const WINDOWS = { mediastinum: [400, 40], lung: [1500, -600], bone: [2000, 400] };
  const KEPT = 24, SHORT_ROOM = 88;
  const DX = [1, 0, -1, 0], DY = [0, 1, 0, -1];
  const tiles = [...root.querySelectorAll(".tile-box")];
  const lens = root.querySelector("[data-lens]");
  const form = root.querySelector("form");
  let about, voxels, dose, masks = [], loaded = new Set(), lit = null, asked = false, rest = 0;
  const state = { at: [0, 0, 0], window: [400, 40], zoom: 1, dose: true, lines: true };

  // ---- lines between samples above and below a level, closed; the twin of Outline.java
  function trace(field, width, height, level) {
    const leaving = new Uint8Array((width + 1) * (height + 1)), row = width + 1, lines = [];
    const inside = (x, y) => x >= 0 && y >= 0 && x < width && y < height && field[y * width + x] >= level;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if (!(field[y * width + x] >= level)) continue;
        if (!inside(x, y - 1)) leaving[y * row + x] |= 1;
        if (!inside(x + 1, y)) leaving[y * row + x + 1] |= 2;
        if (!inside(x, y + 1)) leaving[(y + 1) * row + x + 1] |= 4;
        if (!inside(x - 1, y)) leaving[(y + 1) * row + x] |= 8;
      }
    }
    const first = (bits) => (bits & 1 ? 0 : bits & 2 ? 1 : bits & 4 ? 2 : 3);
    for (let corner = 0; corner < leaving.length; corner++) {
      while (leaving[corner]) {
        const line = [];
        let at = corner, way = -1;
        do {
          const bits = leaving[at];
          if (way >= 0 && bits & (1 << ((way + 1) & 3))) way = (way + 1) & 3;
          else if (way < 0 || !(bits & (1 << way))) way = way >= 0 && bits & (1 << ((way + 3) & 3)) ? (way + 3) & 3 : first(bits);
          leaving[at] &= ~(1 << way);
          const cx = at % row, cy = (at - cx) / row;
          const ix = way === 0 || way === 3 ? cx : cx - 1, iy = way < 2 ? cy : cy - 1;
          const ox = ix + DX[(way + 3) & 3], oy = iy + DY[(way + 3) & 3];
          const high = field[iy * width + ix];
          const low = ox >= 0 && oy >= 0 && ox < width && oy < height ? field[oy * width + ox] : 2 * level - high;
          const share = high > low ? (high - level) / (high - low) : 0.5;
          line.push(ix + share * (ox - ix), iy + share * (oy - iy));
          at += DX[way] + DY[way] * row;
        } while (at !== corner);
        lines.push(line);
      }
    }
    return lines;
  }

  // ---- where a plane lies in its tile
  function placed(plane) {
    const p = about.planes[plane];
    const scale = p.scale * state.zoom;
    let mx = p.middleX, my = p.middleY;
    if (state.zoom > 1) [mx, my] = [(p.acrossOrder.indexOf(state.at[p.across]) + 0.5) * p.acrossMm, (p.downOrder.indexOf(state.at[p.down]) + 0.5) * p.downMm];
    return { p, scale, x: (s) => WIDTH / 2 + scale * ((s + 0.5) * p.acrossMm - mx), y: (s) => HEIGHT / 2 + scale * ((s + 0.5) * p.downMm - my),
      sx: (u) => ((u - WIDTH / 2) / scale + mx) / p.acrossMm - 0.5, sy: (u) => ((u - HEIGHT / 2) / scale + my) / p.downMm - 0.5 };
  }
  function path(place, lines, left, top, step) {
    const x0 = place.x(left), y0 = place.y(top), dx = place.x(left + step) - x0, dy = place.y(top + step) - y0, out = new Path2D();
    for (const line of lines) {
      out.moveTo(x0 + dx * line[0], y0 + dy * line[1]);
      for (let i = 2; i < line.length; i += 2) out.lineTo(x0 + dx * line[i], y0 + dy * line[i + 1]);
      out.closePath();
    }
    return out;
  }
  function ijk(p, sample, line, index) {
    const at = [0, 0, 0];
    at[p.through] = index; at[p.across] = p.acrossOrder[sample]; at[p.down] = p.downOrder[line];
    return at;
  }

  // ---- fields of a plane: dose at its samples, members of a structure
  const doseAt = (i, j, k) => {
    if (!dose) return 0;
    const [nx, ny, nz] = about.dose.size, fx = about.dose.at[0][i], fy = about.dose.at[1][j], fz = about.dose.at[2][k];
    if (fx < 0 || fy < 0 || fz < 0) return 0;
    const x = Math.min(fx | 0, nx - 2), y = Math.min(fy | 0, ny - 2), z = Math.min(fz | 0, nz - 2), a = fx - x, b = fy - y, c = fz - z;
    const o = (z * ny + y) * nx + x, u = o + nx * ny;
    const low = (dose[o] * (1 - a) + dose[o + 1] * a) * (1 - b) + (dose[o + nx] * (1 - a) + dose[o + nx + 1] * a) * b;
    const high = (dose[u] * (1 - a) + dose[u + 1] * a) * (1 - b) + (dose[u + nx] * (1 - a) + dose[u + nx + 1] * a) * b;
    return (low + c * (high - low)) / 100;
  };
  // One step of a trilinear sum by axis: where the lower neighbour lies, the way to the upper one, its share; outside the grid -1.
  function ladder(axis, indices) {
    const at = about.dose.at[axis], n = about.dose.size, stride = [1, n[0], n[0] * n[1]][axis];
    const low = new Int32Array(indices.length), share = new Float32Array(indices.length);
    for (let i = 0; i < indices.length; i++) {
      const f = at[indices[i]], whole = Math.min(Math.max(f | 0, 0), Math.max(n[axis] - 2, 0));
      low[i] = f < 0 ? -1 : whole * stride;
      share[i] = f - whole;
    }
    return { low, share, stride: n[axis] > 1 ? stride : 0 };
  }
  const every = (order, step) => order.filter((_, i) => i % step === 0);
  function dosePlane(p, index, step) {
    const a = ladder(p.across, every(p.acrossOrder, step)), d = ladder(p.down, every(p.downOrder, step)), t = ladder(p.through, [index]);
    const width = a.low.length, height = d.low.length, field = new Float32Array(width * height), c = t.share[0];
    if (t.low[0] < 0) return { field, width, height };
    const up = c > 0 ? t.stride : 0;
    for (let y = 0; y < height; y++) {
      if (d.low[y] < 0) continue;
      const b = d.share[y], row = t.low[0] + d.low[y], down = b > 0 ? d.stride : 0;
      for (let x = 0; x < width; x++) {
        if (a.low[x] < 0) continue;
        const s = a.share[x], o = row + a.low[x], right = s > 0 ? a.stride : 0;
        const near = (dose[o] * (1 - s) + dose[o + right] * s) * (1 - b) + (dose[o + down] * (1 - s) + dose[o + down + right] * s) * b;
        const far = up ? (dose[o + up] * (1 - s) + dose[o + up + right] * s) * (1 - b) + (dose[o + up + down] * (1 - s) + dose[o + up + down + right] * s) * b : near;
        field[y * width + x] = (near + c * (far - near)) / 100;
      }
    }
    return { field, width, height };
  }
  function span(order, low, high) {
    let from = order.length, to = -1;
    for (let i = 0; i < order.length; i++) if (order[i] >= low && order[i] <= high) { from = Math.min(from, i); to = i; }
    return [from, to];
  }
  function maskPlane(number, p, index, keep) {
    const box = about.structures[number].box, bits = masks[number];
    if (!bits || index < box[2 * p.through] || index > box[2 * p.through + 1]) return null;
    const [left, right] = span(p.acrossOrder, box[2 * p.across], box[2 * p.across + 1]), [top, bottom] = span(p.downOrder, box[2 * p.down], box[2 * p.down + 1]);
    const width = right - left + 1, height = bottom - top + 1, field = new Uint8Array(width * height);
    const rowBytes = (box[1] - box[0] + 8) >> 3, stride = [0, rowBytes, rowBytes * (box[3] - box[2] + 1)], through = p.through ? (index - box[2 * p.through]) * stride[p.through] : 0;
    for (let y = 0; y < height; y++) {
      const j = p.downOrder[top + y], row = through + (j - box[2 * p.down]) * stride[p.down];
      for (let x = 0; x < width; x++) {
        const i = p.acrossOrder[left + x], column = p.through ? i - box[0] : index - box[0], at = row + (p.across ? (i - box[2 * p.across]) * stride[p.across] : 0) + (column >> 3);
        if ((bits[at] >> (column & 7)) & 1 && (!keep || keep(left + x, top + y))) field[y * width + x] = 1;
      }
    }
    return { field, width, height, left, top };
  }

  // ---- drawing
  const greys = { table: new Uint32Array(65536), of: "" };
  function greyTable() {
    const [w, l] = state.window, low = l - w / 2, factor = 255 / w;
    if (greys.of === state.window.join()) return greys.table;
    greys.of = state.window.join();
    for (let value = -32768; value < 32768; value++) {
      const grey = Math.min(255, Math.max(0, ((value - low) * factor) | 0));
      greys.table[value & 0xffff] = 0xff000000 | (grey << 16) | (grey << 8) | grey;
    }
    return greys.table;
  }
  function pixels(tile, place, index) {
    const p = place.p, width = p.acrossOrder.length, height = p.downOrder.length;
    if (!tile.pixels || tile.pixels.width !== width) {
      tile.pixels = new OffscreenCanvas(width, height);
      tile.ink = tile.pixels.getContext("2d", { alpha: false });
      tile.picture = new ImageData(width, height);
      tile.steps = Int32Array.from(p.acrossOrder, (each) => each * [1, about.size[0], about.size[0] * about.size[1]][p.across]);
    }
    const out = new Uint32Array(tile.picture.data.buffer), [nx, ny] = about.size, stride = [1, nx, nx * ny], table = greyTable(), steps = tile.steps;
    for (let y = 0; y < height; y++) {
      const row = index * stride[p.through] + p.downOrder[y] * stride[p.down], to = y * width;
      for (let x = 0; x < width; x++) out[to + x] = table[voxels[row + steps[x]] & 0xffff];
    }
    tile.ink.putImageData(tile.picture, 0, 0);
    const unit = tile.canvas.width / WIDTH, context = tile.canvas.getContext("2d");
    context.clearRect(0, 0, tile.canvas.width, tile.canvas.height);
    context.imageSmoothingEnabled = true;
    context.drawImage(tile.pixels, unit * place.x(-0.5), unit * place.y(-0.5), unit * place.scale * width * p.acrossMm, unit * place.scale * height * p.downMm);
  }
  function wash(place, index) {
    const step = place.p.acrossOrder.length > 300 ? 2 : 1, { field, width, height } = dosePlane(place.p, index, step);
    const lines = about.dose.levels.map((level) => trace(field, width, height, (level / 100) * about.dose.prescribedGy));
    return lines.map((own, i) => ({ path: path(place, own.concat(lines[i + 1] || []), 0, 0, step), ink: `--iso-${about.dose.levels[i]}`, fill: 0.3, edge: 0.85, width: 0.8, empty: own.length === 0 })).filter((band) => !band.empty);
  }
  // The inks are those of the style sheet; a viewer is dark in every theme.
  const inks = new Map();
  function ink(name) {
    if (!inks.has(name)) inks.set(name, getComputedStyle(root).getPropertyValue(name).trim());
    return inks.get(name);
  }
  // Shapes as one transparent picture of the tile's size: drawn once, laid over the slice in no time.
  function painted(tile, shapes) {
    const sheet = new OffscreenCanvas(tile.canvas.width, tile.canvas.height);
    ink2d(sheet.getContext("2d"), shapes);
    return sheet.transferToImageBitmap();
  }
  function ink2d(context, shapes) {
    context.save();
    context.scale(context.canvas.width / WIDTH, context.canvas.width / WIDTH);
    for (const shape of shapes) {
      context.fillStyle = context.strokeStyle = ink(shape.ink);
      context.lineWidth = shape.width;
      context.setLineDash(shape.dash ? [5, 3] : []);
      if (shape.fill) { context.globalAlpha = shape.fill; context.fill(shape.path, "evenodd"); }
      context.globalAlpha = shape.edge;
      context.stroke(shape.path);
    }
    context.restore();
  }
  const text = (kind, x, y, words) => `<text class="${kind}" x="${x.toFixed(1)}" y="${y.toFixed(1)}">${words}</text>`;
  const mm = (value) => (Math.round(value * 10) / 10).toFixed(Math.abs(value - Math.round(value)) < 0.05 ? 0 : 1);
  function shortfall(place) {
    const s = place.p.shortfall;
    if (!s) return "";
    const cx = (u) => WIDTH / 2 + state.zoom * (u - WIDTH / 2) + place.x(0) - (WIDTH / 2 + place.scale * (0.5 * place.p.acrossMm - place.p.middleX));
    const cy = (u) => HEIGHT / 2 + state.zoom * (u - HEIGHT / 2) + place.y(0) - (HEIGHT / 2 + place.scale * (0.5 * place.p.downMm - place.p.middleY));
    const x = cx(s.x), gross = cy(s.gross), drawn = cy(s.drawn), required = cy(s.required), out = Math.sign(required - gross), z = state.zoom;
    const perMm = place.p.scale, asked = Math.abs(s.required - s.gross) / perMm, had = Math.abs(s.drawn - s.gross) / perMm;
    const line = (d) => `<path class="ruler" d="${d}"/>`, near = x + 24 * z, far = near + 94, arrow = (at, from, to) => line(`M${at} ${from}V${to}m-3 ${to < from ? 4 : -4}l3 ${to < from ? -4 : 4}l3 ${to < from ? 4 : -4}`);
    const left = x - 24 * z;
    return line(`M${near} ${gross}H${far}M${near} ${drawn}h28M${near} ${required}H${far}M${left - 20} ${drawn}H${left}M${left - 20} ${required}H${left}M${left - 10} ${drawn}V${required}`)
      + arrow(near + 10, gross, drawn) + arrow(far - 6, gross, required)
      + text("t-ctv bd", near + 16, (gross + drawn) / 2 + 4, `${root.dataset.drawn} ${mm(had)} mm`)
      + text("t-calc bd e", far, required + (out < 0 ? -5 : 13), `${root.dataset.required} ${mm(asked)} mm`)
      + text("bd e big", Math.max(left - 24, SHORT_ROOM), (drawn + required) / 2 + 4, `${mm(asked - had)} ${root.dataset.short}`);
  }
  // A distance measured by hand, in the plane and slice where it was drawn.
  function measured(plane, place, index) {
    const r = state.ruler;
    if (!r || r.plane !== plane || r.index !== index) return "";
    const [x0, y0, x1, y1] = [place.x(r.from[0]), place.y(r.from[1]), place.x(r.to[0]), place.y(r.to[1])];
    const length = Math.hypot((r.to[0] - r.from[0]) * place.p.acrossMm, (r.to[1] - r.from[1]) * place.p.downMm);
    return `<path class="ruler" d="M${x0} ${y0}L${x1} ${y1}M${x0 - 4} ${y0}h8M${x0} ${y0 - 4}v8M${x1 - 4} ${y1}h8M${x1} ${y1 - 4}v8"/>` + text("bd" + (x1 > WIDTH - 70 ? " e" : ""), x1 + (x1 > WIDTH - 70 ? -8 : 8), Math.max(14, y1 - 6), `${length.toFixed(1)} mm`);
  }
  function furniture(place) {
    const sides = place.p.sides, length = [100, 50, 20, 10, 5].find((each) => each * place.scale <= 90) || 5, unit = (length / 5) * place.scale;
    let ticks = "";
    for (let i = 0; i <= 5; i++) ticks += `M${10 + i * unit} ${HEIGHT - 10 - (i % 5 ? 3 : 5)}v${i % 5 ? 6 : 10}`;
    return text("", 8, 31, `W ${state.window[0]} L ${state.window[1]}`) + text("", 6, HEIGHT / 2 + 4, sides[0]) + text("e", WIDTH - 6, HEIGHT / 2 + 4, sides[1]) + text("m", WIDTH / 2, 14, sides[2]) + text("m", WIDTH / 2, HEIGHT - 5, sides[3])
      + `<path class="ruler" d="M10 ${HEIGHT - 10}h${5 * unit}${ticks}"/>` + text("", 14, HEIGHT - 19, `${length} mm`);
  }
  // What stands still over a slice is written once; the cross and the position move.
  function mark(tile, plane, place, index) {
    if (!tile.marks) { tile.svg.innerHTML = '<path class="cross"/><g></g><text x="8" y="16"></text>'; tile.marks = tile.svg.children; }
    const [cross, still, title] = tile.marks, p = place.p, name = `${root.dataset[plane]} ${about.positions[p.through][index].toFixed(1).replace("-", "−")} mm`;
    const x = place.x(p.acrossOrder.indexOf(state.at[p.across])), y = place.y(p.downOrder.indexOf(state.at[p.down]));
    const over = (state.lines ? shortfall(place) : "") + furniture(place) + measured(plane, place, index);
    cross.setAttribute("d", `M${x} 0V${y - 9}M${x} ${y + 9}V${HEIGHT}M0 ${y}H${x - 9}M${x + 9} ${y}H${WIDTH}`);
    if (tile.still !== over) { tile.still = over; still.innerHTML = over; }
    if (title.textContent !== name) { title.textContent = name; tile.svg.setAttribute("aria-label", name); }
  }
  function draw(tile) {
    const plane = tile.dataset.plane, place = placed(plane), index = state.at[place.p.through];
    const ready = plane === "axial" ? loaded.has((index / about.piece) | 0) : loaded.size === about.pieces;
    if (!ready || !tile.canvas.width) return;
    const key = [index, looks(plane), lit && lit.number, lit && lit.gy, state.window, tile.canvas.width, tile.canvas.height].join();
    if (tile.key !== key) {
      tile.key = key;
      pixels(tile, place, index);
      const context = tile.canvas.getContext("2d");
      if (lit) ink2d(context, alight(place, index));
      context.drawImage(overlay(tile, place, index), 0, 0);
      foresee(tile, index);
    }
    mark(tile, plane, place, index);
  }
  // ---- what lies over a slice is kept, and made for the slices that come next while nothing else is to do
  const looks = (plane) => [state.zoom, state.zoom > 1 ? state.at.filter((_, axis) => axis !== about.planes[plane].through) : "", state.dose, state.lines].join();
  function overlay(tile, place, index) {
    const look = [looks(tile.dataset.plane), tile.canvas.width, tile.canvas.height].join();
    if (tile.look !== look) { tile.look = look; tile.kept.forEach((each) => each.close()); tile.kept.clear(); }
    if (!tile.kept.has(index)) tile.kept.set(index, painted(tile, whole(place, index)));
    const [oldest] = tile.kept.keys(), found = tile.kept.get(index);
    if (tile.kept.size > KEPT) { tile.kept.get(oldest).close(); tile.kept.delete(oldest); }
    return found;
  }
  function foresee(tile, index) {
    const way = index < tile.last ? -1 : 1, place = placed(tile.dataset.plane), end = about.size[place.p.through];
    tile.last = index;
    tile.next = [1, 2, -1, 3, 4].map((by) => index + way * by).filter((each) => each >= 0 && each < end);
    if (!tile.idle) tile.idle = requestIdleCallback((time) => prepareNext(tile, time));
  }
  function prepareNext(tile, time) {
    tile.idle = 0;
    while (tile.next.length && (time.timeRemaining() > 4 || time.didTimeout)) overlay(tile, placed(tile.dataset.plane), tile.next.shift());
    if (tile.next.length) tile.idle = requestIdleCallback((more) => prepareNext(tile, more));
  }
  function whole(place, index) {
    const shapes = state.dose && dose ? wash(place, index) : [];
    if (state.lines) {
      about.structures.forEach((structure, number) => {
        const [look, dash] = structure.look.split(" "), found = look !== "body" && maskPlane(number, place.p, index);
        if (found) shapes.push({ path: outline(place, found), ink: `--rt-${look}`, edge: 1, width: 1.75, dash });
      });
    }
    return shapes;
  }
  // The voxels of a structure with at least a dose, beneath the lines.
  function alight(place, index) {
    const { field, width } = dosePlane(place.p, index, 1), found = maskPlane(lit.number, place.p, index, (x, y) => field[y * width + x] >= lit.gy);
    return found ? [{ path: outline(place, found), ink: "--view-ink", fill: 0.55, edge: 1, width: 0.8 }] : [];
  }
  const outline = (place, found) => path(place, trace(found.field, found.width, found.height, 0.5), found.left, found.top, 1);
  // The numbers below the planes follow when the reader rests.
  function tell() {
    for (const input of root.querySelectorAll("[data-at]")) if (document.activeElement !== input) input.value = state.at[about.planes[input.dataset.at].through] + 1;
  }
  function redraw() {
    if (asked || !about) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      const from = performance.now();
      tiles.forEach(draw);
      root.dataset.frameMs = (performance.now() - from).toFixed(1);
      clearTimeout(rest);
      rest = setTimeout(tell, 120);
    });
  }

  // ---- moving
  function move(axis, to) {
    state.at[axis] = Math.max(0, Math.min(about.size[axis] - 1, to));
    redraw();
  }
  function shift(plane, by) {
    const p = about.planes[plane], towards = p.through === 2 ? 1 : -1;
    move(p.through, state.at[p.through] + by * towards);
  }
  function zoom(factor) { state.zoom = Math.max(1, Math.min(8, state.zoom * factor)); redraw(); }
  function choose(name) { state.window = [...WINDOWS[name]]; form.querySelector("[data-window]").value = name; redraw(); }
  function toggle(what) { state[what] = !state[what]; form.querySelector(`[data-hide="${what}"]`).checked = !state[what]; redraw(); }
  function measure() {
    state.measuring = !state.measuring;
    state.ruler = null;
    tiles.forEach((tile) => tile.classList.toggle("measuring", state.measuring));
    redraw();
  }
  function spotUnder(tile, event) {
    const box = tile.svg.getBoundingClientRect(), place = placed(tile.dataset.plane);
    return { place, at: [place.sx(((event.clientX - box.left) / box.width) * WIDTH), place.sy(((event.clientY - box.top) / box.height) * HEIGHT)] };
  }
  function sampleUnder(tile, event) {
    const { place, at } = spotUnder(tile, event), x = Math.round(at[0]), y = Math.round(at[1]);
    const inside = x >= 0 && y >= 0 && x < place.p.acrossOrder.length && y < place.p.downOrder.length;
    return inside ? { place, at: ijk(place.p, x, y, state.at[place.p.through]) } : null;
  }
  function read(tile, event) {
    const under = sampleUnder(tile, event);
    if (!under) return;
    const [i, j, k] = under.at, [nx, ny] = about.size, names = about.structures.filter((s, n) => s.look !== "body" && memberOf(n, i, j, k)).map((s) => s.name);
    lens.textContent = `x ${about.positions[0][i].toFixed(0)}  y ${about.positions[1][j].toFixed(0)}  z ${about.positions[2][k].toFixed(1)} mm   ${voxels[(k * ny + j) * nx + i]} HU   ${dose ? doseAt(i, j, k).toFixed(2) + " Gy" : ""}   ${names.join(", ")}`;
  }
  function memberOf(number, i, j, k) {
    const b = about.structures[number].box, bits = masks[number];
    if (!bits || i < b[0] || i > b[1] || j < b[2] || j > b[3] || k < b[4] || k > b[5]) return false;
    return (bits[((k - b[4]) * (b[3] - b[2] + 1) + j - b[2]) * ((b[1] - b[0] + 8) >> 3) + ((i - b[0]) >> 3)] >> ((i - b[0]) & 7)) & 1;
  }
  function listen(tile) {
    const plane = tile.dataset.plane;
    tile.addEventListener("wheel", (event) => {
      event.preventDefault();
      if (event.ctrlKey) zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15); else shift(plane, event.deltaY < 0 ? 1 : -1);
    }, { passive: false });
    let drag = null;
    tile.addEventListener("pointerdown", (event) => {
      tile.focus({ preventScroll: true });
      drag = { x: event.clientX, y: event.clientY, window: event.shiftKey || event.button === 2, from: [...state.window] };
      tile.setPointerCapture(event.pointerId);
      if (drag.window) return;
      if (!state.measuring) { point(event); return; }
      const { place, at } = spotUnder(tile, event);
      state.ruler = { plane, index: state.at[place.p.through], from: at, to: at };
    });
    const point = (event) => { const under = sampleUnder(tile, event); if (under) { state.at = under.at; redraw(); } };
    tile.addEventListener("pointermove", (event) => {
      if (drag && drag.window) { state.window = [Math.max(1, drag.from[0] + Math.round(2 * (event.clientX - drag.x))), drag.from[1] + Math.round(drag.y - event.clientY)]; redraw(); }
      else if (drag && state.measuring) { state.ruler.to = spotUnder(tile, event).at; redraw(); }
      else if (drag) point(event);
      read(tile, event);
    });
    tile.addEventListener("pointerup", () => { drag = null; });
    tile.addEventListener("contextmenu", (event) => event.preventDefault());
    tile.addEventListener("keydown", (event) => {
      const keys = { ArrowUp: () => shift(plane, 1), ArrowDown: () => shift(plane, -1), PageUp: () => shift(plane, 10), PageDown: () => shift(plane, -10),
        "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(1 / 1.25), 0: () => zoom(0.01), d: () => toggle("dose"), c: () => toggle("lines"),
        m: () => measure(), 1: () => choose("mediastinum"), 2: () => choose("lung"), 3: () => choose("bone") };
      if (keys[event.key] && !event.ctrlKey && !event.metaKey) { keys[event.key](); event.preventDefault(); }
    });
  }
  function listenForm() {
    form.querySelector("[data-show]").hidden = true;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", (event) => {
      const target = event.target;
      if (target.dataset.at) { const value = parseInt(target.value, 10); if (value) move(about.planes[target.dataset.at].through, value - 1); }
      else if (target.dataset.hide) { state[target.dataset.hide] = !target.checked; redraw(); }
      else choose(target.value);
    });
  }

  // ---- histogram: a point on a curve lights the voxels that have at least its dose
  function linkHistogram(figure) {
    figure.parentElement.querySelector("[data-hint]").hidden = false;
    const curves = about.structures.map((structure, number) => ({ ...structure, number })).filter((structure) => structure.curve && structure.look !== "body");
    const highest = Math.ceil(Math.max(...curves.map((each) => (each.curve.length - 2) * each.curveStepGy)) / 10) * 10 || 10;
    const at = (curve, gy) => curve.curve[Math.min(curve.curve.length - 1, Math.max(0, Math.ceil(gy / curve.curveStepGy)))] || 0;
    const frame = (svg) => { const box = svg.viewBox.baseVal; return { left: 42, right: box.width - (svg.classList.contains("wide") ? 96 : 12), top: 16, ground: box.height - 38, width: box.width, height: box.height }; };
    let spot = { number: curves.findIndex((c) => c.look.startsWith("ctv")), gy: 42.75 };
    function show() {
      for (const old of figure.querySelectorAll(".spots")) old.remove();
      lit = null;
      if (spot) {
        const curve = curves[Math.max(0, spot.number)], percent = at(curve, spot.gy);
        lit = { number: curve.number, gy: spot.gy };
        for (const svg of figure.querySelectorAll("svg")) {
          const f = frame(svg), x = f.left + ((f.right - f.left) * spot.gy) / highest, y = f.ground - ((f.ground - f.top) * percent) / 100, right = x > (f.left + f.right) / 2;
          svg.insertAdjacentHTML("beforeend", `<g class="spots"><circle class="spot" cx="${x}" cy="${y}" r="4.5"/><text class="bd halo ${right ? "e" : ""}" x="${x + (right ? -9 : 9)}" y="${Math.max(26, Math.min(f.ground - 6, y + 18))}">${curve.name}: ${percent.toFixed(1)} % ${root.dataset.volume} ${spot.gy.toFixed(1)} Gy</text></g>`);
        }
      }
      redraw();
    }
    figure.addEventListener("pointermove", (event) => {
      const svg = event.target.closest("svg");
      if (!svg) return;
      const box = svg.getBoundingClientRect(), f = frame(svg), x = ((event.clientX - box.left) / box.width) * f.width, y = ((event.clientY - box.top) / box.height) * f.height;
      const gy = ((x - f.left) / (f.right - f.left)) * highest, percent = ((f.ground - y) / (f.ground - f.top)) * 100;
      if (gy < 0 || gy > highest || percent < -5 || percent > 108) return;
      let best = 0;
      curves.forEach((curve, i) => { if (Math.abs(at(curve, gy) - percent) < Math.abs(at(curves[best], gy) - percent)) best = i; });
      spot = { number: best, gy };
      show();
    });
    figure.addEventListener("pointerleave", () => { for (const old of figure.querySelectorAll(".spots")) old.remove(); lit = null; redraw(); });
    figure.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: [0, -0.5], ArrowRight: [0, 0.5], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
      if (!step) return;
      event.preventDefault();
      spot = { number: (Math.max(0, spot.number) + step[0] + curves.length) % curves.length, gy: Math.max(0, Math.min(highest, spot.gy + step[1])) };
      show();
    });
    figure.addEventListener("blur", () => { lit = null; redraw(); });
  }

  // ---- loading: what is shown first, then outwards
  async function bytes(address) {
    const answer = await fetch(base + address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  }
  async function piece(number) {
    const packed = await bytes(`/image/${number}`), half = packed.length / 2, pixels = about.size[0] * about.size[1], from = number * about.piece * pixels;
    for (let start = 0; start < half; start += pixels) {
      let before = 0;
      for (let i = start, end = start + pixels; i < end; i++) {
        before = ((before + (packed[i] | (packed[half + i] << 8))) << 16) >> 16;
        voxels[from + i] = before;
      }
    }
    loaded.add(number);
    lens.textContent = loaded.size < about.pieces ? `${root.dataset.loading} ${loaded.size} / ${about.pieces}` : lens.dataset.words;
    redraw();
  }
  async function load() {
    lens.dataset.words = lens.textContent;
    about = await (await fetch(base + "/case")).json();
    voxels = new Int16Array(about.size[0] * about.size[1] * about.size[2]);
    for (const input of root.querySelectorAll("[data-at]")) state.at[about.planes[input.dataset.at].through] = input.value - 1;
    for (const box of form.querySelectorAll("[data-hide]")) state[box.dataset.hide] = !box.checked;
    state.window = [...(WINDOWS[form.querySelector("[data-window]").value] || WINDOWS.mediastinum)];
    const waiting = new Set(Array(about.pieces).keys());
    const nearest = () => {
      const here = (state.at[2] / about.piece) | 0, next = [...waiting].reduce((a, b) => (Math.abs(b - here) < Math.abs(a - here) ? b : a));
      waiting.delete(next);
      return next;
    };
    const extras = about.structures.map((_, number) => bytes(`/mask/${number}`).then((found) => { masks[number] = found; }));
    if (about.dose) extras.push(bytes("/dose").then((found) => { dose = new Uint16Array(found.buffer); }));
    await Promise.all(extras);
    tiles.forEach(prepare);
    listenForm();
    const figure = document.querySelector("[data-dvh]");
    if (figure && about.dose) linkHistogram(figure);
    const work = async () => { while (waiting.size) await piece(nearest()); };
    await Promise.all([work(), work(), work(), work()]);
    requestAnimationFrame(() => { root.dataset.openedMs = (performance.now() - began).toFixed(0); });
  }
  function prepare(tile) {
    tile.svg = tile.querySelector("svg");
    tile.kept = new Map();
    tile.canvas = document.createElement("canvas");
    const size = () => {
      const box = tile.getBoundingClientRect(), ratio = window.devicePixelRatio || 1, width = Math.round(box.width * ratio);
      if (width === tile.canvas.width) return;
      tile.canvas.width = width;
      tile.canvas.height = Math.round((width * HEIGHT) / WIDTH);
      tile.key = "";
      redraw();
    };
    tile.prepend(tile.canvas);
    new ResizeObserver(size).observe(tile);
    size();
    listen(tile);
  }
  load().catch((problem) => { lens.textContent = String(problem); });
})();
