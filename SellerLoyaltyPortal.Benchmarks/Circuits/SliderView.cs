using System.Globalization;

namespace SellerLoyaltyPortal.Benchmarks.Circuits;

/// <summary>
/// As much of a page as somebody sees who drags the threshold's slider: where it stands, whom to tell, and the
/// texts that came last.
/// </summary>
internal sealed class SliderView(string elementId)
{
    private int _component = -1;

    /// <summary>Where the slider stands; -1 before it is drawn.</summary>
    public int Value { get; private set; } = -1;

    public int Max { get; private set; }

    /// <summary>The handler of its <c>input</c> event.</summary>
    public long HandlerId { get; private set; }

    public bool IsDrawn => _component >= 0;

    public void Forget() => (_component, Value, HandlerId) = (-1, -1, 0);

    /// <summary>Applies a batch.</summary>
    /// <param name="batch">Of the circuit, in order.</param>
    /// <param name="texts">Takes the texts that are new on the page; null where nobody asks.</param>
    /// <returns>Whether the slider was drawn or stands elsewhere now.</returns>
    public bool Apply(in RenderBatch batch, ICollection<string>? texts)
    {
        var moved = false;
        for (var c = 0; c < batch.Components; c++)
        {
            var (component, edits, start) = batch.Component(c);
            for (var e = 0; e < edits; e++)
            {
                var (kind, frame) = batch.Edit(start, e);
                switch (kind)
                {
                    case RenderBatch.EditKind.PrependFrame:
                        moved |= Drawn(batch, component, frame, texts);
                        break;
                    case RenderBatch.EditKind.SetAttribute when component == _component:
                        moved |= Take(batch.AttributeOf(frame));
                        break;
                    case RenderBatch.EditKind.UpdateText
                    or RenderBatch.EditKind.UpdateMarkup when texts is not null:
                        texts.Add(batch.ContentOf(frame) ?? "");
                        break;
                }
            }
        }
        return moved;
    }

    private bool Drawn(in RenderBatch batch, int component, int first, ICollection<string>? texts)
    {
        var found = false;
        var end = first + batch.LengthOf(first);
        for (var frame = first; frame < end; frame++)
        {
            var kind = batch.KindOf(frame);
            if (texts is not null && kind is RenderBatch.FrameKind.Text or RenderBatch.FrameKind.Markup)
                texts?.Add(batch.ContentOf(frame) ?? "");
            if (kind != RenderBatch.FrameKind.Element || batch.ElementOf(frame) != "input")
                continue;
            var attributes = frame + 1;
            var last = frame + batch.LengthOf(frame);
            for (var a = attributes; a < last && batch.KindOf(a) == RenderBatch.FrameKind.Attribute; a++)
            {
                if (batch.AttributeOf(a) is ("id", { } id, _) && id == elementId)
                    _component = component;
            }
            if (_component != component)
                continue;
            for (var a = attributes; a < last && batch.KindOf(a) == RenderBatch.FrameKind.Attribute; a++)
                found |= Take(batch.AttributeOf(a));
        }
        return found;
    }

    private bool Take((string? Name, string? Value, long HandlerId) attribute)
    {
        switch (attribute.Name)
        {
            case "value":
                Value = int.Parse(attribute.Value!, CultureInfo.InvariantCulture);
                return true;
            case "max":
                Max = int.Parse(attribute.Value!, CultureInfo.InvariantCulture);
                return false;
            case "oninput":
                HandlerId = attribute.HandlerId;
                return false;
            default:
                return false;
        }
    }
}
