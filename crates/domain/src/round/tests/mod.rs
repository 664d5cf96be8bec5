mod answering;
mod closing;
