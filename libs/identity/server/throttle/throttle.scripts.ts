/** `waitOf` and `withTry` of the rules for several counters at once, atomically. Answers the milliseconds to wait. */
export const delayScript = `
local now, cap, forget = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local wait = 0
for _, key in ipairs(KEYS) do
  wait = math.max(wait, tonumber(redis.call('HGET', key, 'until') or '0') - now)
end
if wait > 0 then return math.ceil(math.min(cap, wait)) end
for i, key in ipairs(KEYS) do
  local count, free, delay = redis.call('HINCRBY', key, 'count', 1), tonumber(ARGV[3 + i]), 0
  if count >= free then delay = math.min(cap, 1000 * 2 ^ (count - free)) end
  redis.call('HSET', key, 'until', string.format('%.0f', now + delay))
  redis.call('PEXPIRE', key, forget)
end
return 0
`;

/** `takeFrom` of the rules, atomically. Answers the milliseconds to wait. */
export const takeScript = `
local now, capacity, rate, cost, force = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), ARGV[5] == '1'
local tokens = tonumber(redis.call('HGET', KEYS[1], 'tokens') or capacity)
local at = tonumber(redis.call('HGET', KEYS[1], 'at') or now)
tokens = math.min(capacity, tokens + math.max(0, now - at) / 1000 * rate)
local wait = 0
if not force and tokens < cost then wait = math.ceil((cost - tokens) / rate * 1000) else tokens = math.max(0, tokens - cost) end
redis.call('HSET', KEYS[1], 'tokens', string.format('%.4f', tokens), 'at', string.format('%.0f', now))
redis.call('PEXPIRE', KEYS[1], math.ceil(capacity / rate * 1000))
return wait
`;
