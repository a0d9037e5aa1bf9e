using Microsoft.AspNetCore.Components;

namespace SellerLoyaltyPortal.Components.Layout;

/// <summary>A question mark beside a word, which leads to what the word means.</summary>
public sealed partial class TermHelp : ComponentBase
{
    /// <summary>The word's place in the glossary.</summary>
    [Parameter, EditorRequired]
    public required string Term { get; set; }

    /// <summary>The word as it stands on the page.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [CascadingParameter]
    private Trail Trail { get; set; } = Trail.None;
}
