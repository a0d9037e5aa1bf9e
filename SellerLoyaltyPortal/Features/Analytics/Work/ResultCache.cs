using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace SellerLoyaltyPortal.Features.Analytics.Work;

/// <summary>
/// The last results, by what they were asked with (a record that names seller and ledger sequence, so that an
/// append makes old ones unreachable). Only finished work gets in: whoever cancels, cancels nobody else.
/// </summary>
internal sealed class ResultCache(int most)
{
    private readonly ConcurrentDictionary<object, Entry> _entries = new();
    private long _uses;

    public bool TryGet<T>(object key, [MaybeNullWhen(false)] out T value)
    {
        if (_entries.TryGetValue(key, out var entry))
        {
            entry.LastUse = Interlocked.Increment(ref _uses);
            value = (T)entry.Value;
            return true;
        }
        value = default;
        return false;
    }

    public void Add(object key, object value)
    {
        _entries[key] = new(value) { LastUse = Interlocked.Increment(ref _uses) };
        while (_entries.Count > most)
            _entries.TryRemove(_entries.MinBy(e => e.Value.LastUse).Key, out _);
    }

    private sealed class Entry(object value)
    {
        public object Value => value;

        public long LastUse { get; set; }
    }
}
