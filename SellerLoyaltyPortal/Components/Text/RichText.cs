using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace SellerLoyaltyPortal.Components.Text;

/// <summary>
/// A sentence with strong parts: <c>**…**</c> in the text becomes <c>strong</c>, <c>!!…!!</c> the same as a
/// warning. Arguments are put in as text, never as markup.
/// </summary>
public sealed class RichText : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter]
    public IReadOnlyList<object> Arguments { get; set; } = [];

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var warning = Text.Split("!!");
        for (var i = 0; i < warning.Length; i++)
        {
            if (i % 2 == 1)
            {
                AddStrong(builder, warning[i], "warn");
                continue;
            }
            var strong = warning[i].Split("**");
            for (var j = 0; j < strong.Length; j++)
                if (j % 2 == 1)
                    AddStrong(builder, strong[j], null);
                else
                    builder.AddContent(0, Fill(strong[j]));
        }
    }

    private void AddStrong(RenderTreeBuilder builder, string text, string? cssClass)
    {
        builder.OpenElement(1, "strong");
        builder.AddAttribute(2, "class", cssClass);
        builder.AddContent(3, Fill(text));
        builder.CloseElement();
    }

    private string Fill(string text) => string.Format(CultureInfo.CurrentCulture, text, [.. Arguments]);
}
