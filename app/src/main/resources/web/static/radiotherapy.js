"use strict";
// The viewer: the server's pictures drawn again from the voxels while the reader moves. Without this script the form below the planes does the same, one page at a time.
(() => {
  const root = document.querySelector("[data-viewer]");
  if (!root) return;
  const began = performance.now();
  const base = root.dataset.viewer;
  const WIDTH = 340, HEIGHT = 300;
  const WINDOWS = { mediastinum: [400, 40], lung: [1500, -600], bone: [2000, 400] };
  const DX = [1, 0, -1, 0], DY = [0, 1, 0, -1];
  const tiles = [...root.querySelectorAll(".tile-box")];
  const lens = root.querySelector("[data-lens]");
  const form = root.querySelector("form");
  let about, voxels, dose, masks = [], loaded = new Set(), lit = null;
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
    if (state.zoom > 1) {
      mx = (p.acrossOrder.indexOf(state.at[p.across]) + 0.5) * p.acrossMm;
      my = (p.downOrder.indexOf(state.at[p.down]) + 0.5) * p.downMm;
    }
    return { p, scale, x: (s) => WIDTH / 2 + scale * ((s + 0.5) * p.acrossMm - mx), y: (s) => HEIGHT / 2 + scale * ((s + 0.5) * p.downMm - my),
      sx: (u) => ((u - WIDTH / 2) / scale + mx) / p.acrossMm - 0.5, sy: (u) => ((u - HEIGHT / 2) / scale + my) / p.downMm - 0.5 };
  }
  const path = (place, lines, left, top, step) => lines.map((line) => {
    let out = "";
    for (let i = 0; i < line.length; i += 2) out += (i ? "L" : "M") + place.x(left + step * line[i]).toFixed(1) + " " + place.y(top + step * line[i + 1]).toFixed(1);
    return out + "Z";
  }).join("");
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
  function dosePlane(p, index, step) {
    const width = Math.ceil(p.acrossOrder.length / step), height = Math.ceil(p.downOrder.length / step), field = new Float32Array(width * height);
    for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) { const [i, j, k] = ijk(p, x * step, y * step, index); field[y * width + x] = doseAt(i, j, k); }
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
    const rowBytes = (box[1] - box[0] + 8) >> 3, rows = box[3] - box[2] + 1;
    for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
      const [i, j, k] = ijk(p, left + x, top + y, index), c = i - box[0];
      const member = (bits[((k - box[4]) * rows + j - box[2]) * rowBytes + (c >> 3)] >> (c & 7)) & 1;
      if (member && (!keep || keep(i, j, k))) field[y * width + x] = 1;
    }
    return { field, width, height, left, top };
  }

  // ---- drawing
  function pixels(tile, place, index) {
    const p = place.p, width = p.acrossOrder.length, height = p.downOrder.length, [w, l] = state.window;
    if (!tile.pixels || tile.pixels.width !== width) { tile.pixels = new OffscreenCanvas(width, height); tile.picture = new ImageData(width, height); }
    const out = new Uint32Array(tile.picture.data.buffer), [nx, ny] = about.size, low = l - w / 2, factor = 255 / w, stride = [1, nx, nx * ny];
    const across = stride[p.across], down = stride[p.down], from = index * stride[p.through];
    for (let y = 0; y < height; y++) {
      const row = from + p.downOrder[y] * down;
      for (let x = 0; x < width; x++) {
        let grey = (voxels[row + p.acrossOrder[x] * across] - low) * factor;
        grey = grey < 0 ? 0 : grey > 255 ? 255 : grey | 0;
        out[y * width + x] = 0xff000000 | (grey << 16) | (grey << 8) | grey;
      }
    }
    tile.pixels.getContext("2d").putImageData(tile.picture, 0, 0);
    const unit = tile.canvas.width / WIDTH, context = tile.canvas.getContext("2d");
    context.clearRect(0, 0, tile.canvas.width, tile.canvas.height);
    context.imageSmoothingEnabled = true;
    context.drawImage(tile.pixels, unit * place.x(-0.5), unit * place.y(-0.5), unit * place.scale * width * p.acrossMm, unit * place.scale * height * p.downMm);
  }
  function wash(place, index) {
    const step = place.p.acrossOrder.length > 300 ? 2 : 1, { field, width, height } = dosePlane(place.p, index, step), levels = about.dose.levels;
    const paths = levels.map((level) => path(place, trace(field, width, height, (level / 100) * about.dose.prescribedGy), 0, 0, step));
    return '<g class="wash">' + levels.map((level, i) => (paths[i] ? `<path class="i${level}" d="${paths[i]}${paths[i + 1] || ""}"/>` : "")).join("") + "</g>";
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
      + text("bd e big", left - 24, (drawn + required) / 2 + 4, `${mm(asked - had)} ${root.dataset.short}`);
  }
  function furniture(plane, place, index) {
    const p = place.p, sides = p.sides, position = about.positions[p.through][index].toFixed(1).replace("-", "−");
    const length = [100, 50, 20, 10, 5].find((each) => each * place.scale <= 90) || 5, unit = (length / 5) * place.scale;
    let ticks = "";
    for (let i = 0; i <= 5; i++) ticks += `M${10 + i * unit} ${HEIGHT - 10 - (i % 5 ? 3 : 5)}v${i % 5 ? 6 : 10}`;
    const x = place.x(p.acrossOrder.indexOf(state.at[p.across])), y = place.y(p.downOrder.indexOf(state.at[p.down]));
    return `<path class="cross" d="M${x} 0V${y - 9}M${x} ${y + 9}V${HEIGHT}M0 ${y}H${x - 9}M${x + 9} ${y}H${WIDTH}"/>`
      + text("", 8, 16, `${root.dataset[plane]} ${position} mm`) + text("", 8, 31, `W ${state.window[0]} L ${state.window[1]}`)
      + text("", 6, HEIGHT / 2 + 4, sides[0]) + text("e", WIDTH - 6, HEIGHT / 2 + 4, sides[1]) + text("m", WIDTH / 2, 14, sides[2]) + text("m", WIDTH / 2, HEIGHT - 5, sides[3])
      + `<path class="ruler" d="M10 ${HEIGHT - 10}h${5 * unit}${ticks}"/>` + text("", 14, HEIGHT - 19, `${length} mm`);
  }
  function draw(tile) {
    const plane = tile.dataset.plane, place = placed(plane), index = state.at[place.p.through];
    const ready = plane === "axial" ? loaded.has((index / about.piece) | 0) : loaded.size === about.pieces;
    if (!ready) return;
    const centre = state.zoom > 1 ? state.at.join() : "", key = [index, state.zoom, centre, state.window, state.dose, state.lines, lit && lit.number, lit && lit.gy, tile.canvas.width, tile.canvas.height].join();
    if (tile.key !== key) { tile.key = key; tile.svg.innerHTML = `<g>${whole(tile, place, index)}</g><g></g>`; }
    tile.svg.lastElementChild.innerHTML = furniture(plane, place, index);
    tile.svg.setAttribute("aria-label", `${root.dataset[plane]} ${about.positions[place.p.through][index].toFixed(1)} mm`);
  }
  function whole(tile, place, index) {
    pixels(tile, place, index);
    let overlay = state.dose && dose ? wash(place, index) : "";
    if (lit) {
      const found = maskPlane(lit.number, place.p, index, (i, j, k) => doseAt(i, j, k) >= lit.gy);
      if (found) overlay += `<path class="lit" d="${path(place, trace(found.field, found.width, found.height, 0.5), found.left, found.top, 1)}"/>`;
    }
    if (state.lines) {
      about.structures.forEach((structure, number) => {
        if (structure.look === "body") return;
        const found = maskPlane(number, place.p, index);
        if (found) overlay += `<path class="out ${structure.look}" d="${path(place, trace(found.field, found.width, found.height, 0.5), found.left, found.top, 1)}"/>`;
      });
      overlay += shortfall(place);
    }
    return overlay;
  }
  let asked = false;
  function redraw() {
    if (asked || !about) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      const from = performance.now();
      tiles.forEach(draw);
      root.dataset.frameMs = (performance.now() - from).toFixed(1);
      for (const input of root.querySelectorAll("[data-at]")) { const p = about.planes[input.dataset.at]; if (document.activeElement !== input) input.value = state.at[p.through] + 1; }
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
  function sampleUnder(tile, event) {
    const box = tile.svg.getBoundingClientRect(), place = placed(tile.dataset.plane);
    const x = Math.round(place.sx(((event.clientX - box.left) / box.width) * WIDTH)), y = Math.round(place.sy(((event.clientY - box.top) / box.height) * HEIGHT));
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
      if (!drag.window) point(event);
    });
    const point = (event) => { const under = sampleUnder(tile, event); if (under) { state.at = under.at; redraw(); } };
    tile.addEventListener("pointermove", (event) => {
      if (drag && drag.window) { state.window = [Math.max(1, drag.from[0] + Math.round(2 * (event.clientX - drag.x))), drag.from[1] + Math.round(drag.y - event.clientY)]; redraw(); }
      else if (drag) point(event);
      read(tile, event);
    });
    tile.addEventListener("pointerup", () => { drag = null; });
    tile.addEventListener("contextmenu", (event) => event.preventDefault());
    tile.addEventListener("keydown", (event) => {
      const keys = { ArrowUp: () => shift(plane, 1), ArrowDown: () => shift(plane, -1), PageUp: () => shift(plane, 10), PageDown: () => shift(plane, -10),
        "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(1 / 1.25), 0: () => zoom(0.01), d: () => toggle("dose"), c: () => toggle("lines"),
        1: () => choose("mediastinum"), 2: () => choose("lung"), 3: () => choose("bone") };
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
    let before = 0;
    for (let i = 0; i < half; i++) {
      if (i % pixels === 0) before = 0;
      before = ((before + (packed[i] | (packed[half + i] << 8))) << 16) >> 16;
      voxels[from + i] = before;
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
    const middle = (state.at[2] / about.piece) | 0;
    const order = [...Array(about.pieces).keys()].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
    const extras = about.structures.map((_, number) => bytes(`/mask/${number}`).then((found) => { masks[number] = found; }));
    if (about.dose) extras.push(bytes("/dose").then((found) => { dose = new Uint16Array(found.buffer); }));
    await Promise.all(extras);
    tiles.forEach(prepare);
    listenForm();
    const figure = document.querySelector("[data-dvh]");
    if (figure && about.dose) linkHistogram(figure);
    const work = async () => { while (order.length) await piece(order.shift()); };
    await Promise.all([work(), work(), work(), work()]);
    requestAnimationFrame(() => { root.dataset.openedMs = (performance.now() - began).toFixed(0); });
  }
  function prepare(tile) {
    tile.svg = tile.querySelector("svg");
    tile.canvas = document.createElement("canvas");
    const size = () => { const box = tile.getBoundingClientRect(), ratio = window.devicePixelRatio || 1; tile.canvas.width = Math.round(box.width * ratio); tile.canvas.height = Math.round((box.width * ratio * HEIGHT) / WIDTH); redraw(); };
    tile.prepend(tile.canvas);
    new ResizeObserver(size).observe(tile);
    size();
    listen(tile);
  }
  load().catch((problem) => { lens.textContent = String(problem); });
})();
