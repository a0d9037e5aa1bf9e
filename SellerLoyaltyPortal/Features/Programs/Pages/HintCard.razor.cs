using Microsoft.AspNetCore.Components;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>
/// What a buyer is shown: the same in a shop's page and in the constructor. Its style stands in
/// <c>wwwroot/hint.css</c>, without a line of script.
/// </summary>
public sealed partial class HintCard : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>How much of the way is gone, from 0 to 1.</summary>
    [Parameter, EditorRequired]
    public required double Part { get; set; }

    /// <summary>What the way consists of; null for nothing more to say.</summary>
    [Parameter]
    public string? Note { get; set; }
}
