using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>A value of the journal in words.</summary>
internal static class FieldText
{
    /// <summary>A dash for nothing.</summary>
    public static string Format(
        this IStringLocalizer<ProgramsText> texts,
        object? value,
        Currency currency
    ) =>
        value switch
        {
            null => "–",
            ProgramStatus status => texts["Status." + status],
            StackingPolicy policy => texts["Stacking." + policy],
            TextKey { Key: var key } => texts[key],
            _ => Display.Value(value, currency),
        };
}
