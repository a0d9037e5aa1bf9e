using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>An SVG text element, which Razor's own <c>text</c> keyword hides inside code blocks.</summary>
public sealed class SvgText : ComponentBase
{
    [Parameter, EditorRequired]
    public required double X { get; set; }

    [Parameter, EditorRequired]
    public required double Y { get; set; }

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary><c>start</c>, <c>middle</c> or <c>end</c>.</summary>
    [Parameter]
    public string Anchor { get; set; } = "start";

    [Parameter]
    public string Class { get; set; } = "axis";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", Svg.Number(X));
        builder.AddAttribute(3, "y", Svg.Number(Y));
        builder.AddAttribute(4, "text-anchor", Anchor);
        builder.AddContent(5, Text);
        builder.CloseElement();
    }
}
