using System.Globalization;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Features.Programs.Answers;

namespace SellerLoyaltyPortal.Features.Programs.Storefront;

/// <summary>The hint that a token opens.</summary>
internal sealed class BuyerHints(
    HintTokens tokens,
    WorkingKeys keys,
    SellerDirectory sellers,
    StorefrontDays days,
    OfferHints hints
)
{
    /// <returns>
    /// Null for a token that is none, is too old, of another seller or made with a key that works no more, and where
    /// the seller offers nothing.
    /// </returns>
    public async Task<BuyerHintView?> FindAsync(
        string slug,
        string token,
        CultureInfo language,
        CancellationToken cancellation
    )
    {
        if (tokens.Read(token) is not { } holder)
            return null;
        if (!await keys.HasAsync(holder.Seller, holder.Key, ApiScope.StorefrontRead, cancellation))
            return null;
        var access = await sellers.FindForKeyAsync(
            holder.Seller,
            holder.Key,
            SellerRole.Analyst,
            cancellation
        );
        if (access is null || !string.Equals(access.Slug, slug, StringComparison.Ordinal))
            return null;
        var day = await days.GetAsync(access, cancellation);
        if (day.Terms is not { } terms)
            return null;
        var answer = day.Current.Answers.For(holder.Buyer);
        var hint = day.HintOf(answer)!;
        var isRussian = ReferenceEquals(language, OfferHints.Russian);
        return new(
            isRussian ? hint.Ru : hint.En,
            PartOf(answer),
            answer.Reason == AnswerReason.Qualifies
                ? null
                : hints.Progress(language, terms.Rule.WindowDays, answer.Total, terms.Threshold, day.Currency)
        );
    }

    private static double PartOf(LoyaltyAnswer answer) =>
        answer.Reason == AnswerReason.Qualifies
            ? 1
            : Math.Clamp(
                (double)answer.Total.TenThousandths / Math.Max(1, answer.Threshold!.Value.TenThousandths),
                0,
                1
            );
}
