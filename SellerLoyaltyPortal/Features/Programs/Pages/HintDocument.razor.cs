using Microsoft.AspNetCore.Components;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>The hint as a document of its own, for a frame in a shop's page; empty where there is nothing to say.</summary>
public sealed partial class HintDocument : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Lang { get; set; }

    [Parameter]
    public string? Title { get; set; }

    [Parameter]
    public double Part { get; set; }

    [Parameter]
    public string? Note { get; set; }
}
