using System.Collections.Concurrent;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Storefront;

/// <summary>The state that storefronts are answered from, the same object until the answers move on.</summary>
internal sealed class StorefrontDays(LoyaltyAnswers answers, OfferHints hints)
{
    private readonly ConcurrentDictionary<SellerId, StorefrontDay> _days = new();

    public ValueTask<StorefrontDay> GetAsync(SellerAccess access, CancellationToken cancellation)
    {
        var current = answers.GetAsync(access.SellerId, cancellation);
        return current.IsCompletedSuccessfully ? new(DayOf(access, current.Result)) : WaitAsync();

        async ValueTask<StorefrontDay> WaitAsync() => DayOf(access, await current);
    }

    private StorefrontDay DayOf(SellerAccess access, CurrentAnswers current)
    {
        if (_days.TryGetValue(access.SellerId, out var known) && ReferenceEquals(known.Current, current))
            return known;
        return _days[access.SellerId] = new(access, current, hints);
    }
}
