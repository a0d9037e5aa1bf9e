using System.Collections.Concurrent;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>
/// Two holes that a lock-out leaves open. Attempts at one address wait for each other, or many sent at once
/// would all be tried before the first is counted. And failures at an address without an account are
/// counted as well, or being locked out would tell that there is an account.
/// </summary>
internal sealed class SignInThrottle(TimeProvider clock)
{
    public const int MaxFailures = 5;
    public static readonly TimeSpan LockOut = TimeSpan.FromMinutes(15);

    /// <summary>What somebody is told whose account is closed, whatever they tried.</summary>
    public static readonly Error LockedOut = new(
        "SignInLockedOut",
        null,
        MaxFailures,
        (int)LockOut.TotalMinutes
    );

    /// <summary>Memory is bounded: an attacker who fills it gets old addresses forgotten, nothing else.</summary>
    private const int MaxAddresses = 10_000;

    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];
    private readonly ConcurrentDictionary<string, Failures> _unknown = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits until no other attempt at this address (or a few others) is under way.</summary>
    public async Task<IDisposable> EnterAsync(string email, CancellationToken cancellation)
    {
        var hash = (uint)StringComparer.OrdinalIgnoreCase.GetHashCode(email);
        var turn = _turns[hash % _turns.Length];
        await turn.WaitAsync(cancellation);
        return new Turn(turn);
    }

    public bool IsLockedOut(string unknownEmail) =>
        _unknown.TryGetValue(unknownEmail, out var failures) && IsLockedOut(failures);

    /// <returns>Whether the address is locked out now.</returns>
    public bool CountFailure(string unknownEmail)
    {
        var now = clock.GetUtcNow();
        if (_unknown.Count >= MaxAddresses)
            Forget(now);
        var failures = _unknown.AddOrUpdate(
            unknownEmail,
            _ => new Failures(1, now),
            (_, before) => IsOver(before, now) ? new Failures(1, now) : new Failures(before.Count + 1, now)
        );
        return IsLockedOut(failures);
    }

    private bool IsLockedOut(Failures failures) =>
        failures.Count >= MaxFailures && clock.GetUtcNow() < failures.Last + LockOut;

    /// <summary>Only a lock-out ends by itself, as with Identity: until then failures add up.</summary>
    private static bool IsOver(Failures failures, DateTimeOffset now) =>
        failures.Count >= MaxFailures && now >= failures.Last + LockOut;

    private void Forget(DateTimeOffset now)
    {
        foreach (var (email, failures) in _unknown)
            if (now >= failures.Last + LockOut)
                _unknown.TryRemove(email, out _);
        if (_unknown.Count >= MaxAddresses)
            _unknown.Clear();
    }

    private sealed record Failures(int Count, DateTimeOffset Last);

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
