// Loaded before the server (`node --import`): its clock is the machine's, moved by so many milliseconds.
const moved = Number(process.env.MOVED_CLOCK_MS ?? 0);
const machine = Date.now.bind(Date);
Date.now = () => machine() + moved;
