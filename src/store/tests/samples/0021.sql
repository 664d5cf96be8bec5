update channel_queue set by_clock = 1;
