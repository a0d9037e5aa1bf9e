using System.Globalization;
using System.Text.Json;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs.Answers;
using SellerLoyaltyPortal.Features.Programs.Api;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Storefront;

/// <summary>
/// One state of a seller's answers, ready to be written: what is the same for every buyer is put into words
/// once.
/// </summary>
internal sealed class StorefrontDay
{
    private readonly OfferHints _hints;

    public StorefrontDay(SellerAccess access, CurrentAnswers current, OfferHints hints)
    {
        (Current, Currency, _hints) = (current, access.Currency, hints);
        Day = current.Answers.Day.ToString();
        ValidUntil = TimeZoneInfo
            .ConvertTime(current.ValidUntil, access.Calendar.Zone)
            .ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        if (current.Answers.Offer is not { } offer)
            return;
        Terms = TermsOf(offer.Mechanic);
        Program = new(
            offer.ProgramId,
            offer.Version,
            Terms.Discount.ToDecimal(),
            Terms.Threshold.TenThousandths,
            Terms.Rule.WindowDays,
            Camel(Terms.Rule.PriceBase),
            Camel(Terms.Rule.ReturnRule),
            Camel(Terms.Stacking),
            offer.EffectiveFrom.ToString(),
            offer.LastDay?.ToString()
        );
    }

    public CurrentAnswers Current { get; }

    public Currency Currency { get; }

    /// <summary>The as-of date: the seller's business day.</summary>
    public string Day { get; }

    /// <summary>The seller's next midnight, with the offset of its zone.</summary>
    public string ValidUntil { get; }

    /// <summary>Null where nothing is offered today.</summary>
    public ThresholdDiscount? Terms { get; }

    public RunningOffer? Program { get; }

    public BuyerDiscountAnswer AnswerFor(string buyer)
    {
        var answer = Current.Answers.For(new BuyerId(buyer));
        return new(
            buyer,
            answer.Discount.ToDecimal(),
            ReasonOf(answer.Reason),
            answer.Total.TenThousandths,
            answer.Threshold?.TenThousandths,
            answer.Missing?.TenThousandths,
            answer.Until?.ToString(),
            HintOf(answer),
            Currency.Code,
            Day,
            ValidUntil,
            Program
        );
    }

    public OfferHint? HintOf(LoyaltyAnswer answer) =>
        Terms is null ? null : _hints.Of(Terms.Discount, answer.Missing, Currency);

    internal static string ReasonOf(AnswerReason reason) =>
        reason switch
        {
            AnswerReason.Qualifies => "qualifies",
            AnswerReason.BelowThreshold => "belowThreshold",
            AnswerReason.UnknownBuyer => "unknownBuyer",
            AnswerReason.NoProgram => "noProgram",
        };

    private static string Camel<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static ThresholdDiscount TermsOf(Mechanic mechanic) =>
        mechanic.Kind switch
        {
            MechanicKind.ThresholdDiscount => (ThresholdDiscount)mechanic,
        };
}
