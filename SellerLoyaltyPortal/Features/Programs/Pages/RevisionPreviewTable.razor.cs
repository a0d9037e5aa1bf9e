using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>Who gains, who keeps, who loses by a change, and the money.</summary>
public sealed partial class RevisionPreviewTable : ComponentBase
{
    [Parameter, EditorRequired]
    public required RevisionPreview Preview { get; set; }

    [Parameter, EditorRequired]
    public required Currency Currency { get; set; }

    private IEnumerable<(string Key, RevisionGroup Group, string Before, string After)> Rows
    {
        get
        {
            var (before, after) = (
                Display.Percentage(Preview.Before.Discount),
                Display.Percentage(Preview.After.Discount)
            );
            var none = Display.Percentage(default);
            yield return ("Gain", Preview.Gain, none, after);
            yield return ("Keep", Preview.Keep, before, after);
            yield return ("Lose", Preview.Lose, before, none);
        }
    }

    private string Difference =>
        (Preview.SubsidyDifference > Money.Zero ? "+" : "")
        + Display.MoneyShort(Preview.SubsidyDifference, Currency);
}
