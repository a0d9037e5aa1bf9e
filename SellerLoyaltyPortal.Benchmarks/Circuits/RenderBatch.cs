using System.Buffers.Binary;
using System.Text;

namespace SellerLoyaltyPortal.Benchmarks.Circuits;

/// <summary>
/// What a circuit sends to be drawn, in the binary layout of ASP.NET Core's <c>RenderBatchWriter</c>: edits by
/// component, then the frames that they refer to, then the texts; five offsets at the end lead to the parts.
/// </summary>
internal readonly ref struct RenderBatch(ReadOnlySpan<byte> bytes)
{
    private const int FrameBytes = 20;
    private const int EditBytes = 16;
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>What an edit does; only those that a reader of values needs have names.</summary>
    public enum EditKind
    {
        PrependFrame = 1,
        SetAttribute = 3,
        UpdateText = 5,
        UpdateMarkup = 8,
    }

    /// <summary>What a frame is; only those that a reader of values needs have names.</summary>
    public enum FrameKind
    {
        Element = 1,
        Text = 2,
        Attribute = 3,
        Component = 4,
        Region = 5,
        Markup = 8,
    }

    public int Components => Int(At(Part(5)));

    public int Frames => Int(At(Part(4)));

    public (int ComponentId, int Edits, int Start) Component(int index)
    {
        var start = Int(At(Part(5) + 4 + 4 * index));
        return (Int(At(start)), Int(At(start + 4)), start + 8);
    }

    public (EditKind Kind, int Frame) Edit(int start, int index)
    {
        var edit = At(start + EditBytes * index);
        return ((EditKind)Int(edit), Int(edit[8..]));
    }

    public FrameKind KindOf(int frame) => (FrameKind)Int(Frame(frame));

    /// <summary>Frames of an element, component or region, itself included.</summary>
    public int LengthOf(int frame) =>
        KindOf(frame) is FrameKind.Element or FrameKind.Component or FrameKind.Region
            ? Int(Frame(frame)[4..])
            : 1;

    /// <summary>Name of an element.</summary>
    public string? ElementOf(int frame) => Text(Int(Frame(frame)[8..]));

    /// <summary>Content of a text or of markup.</summary>
    public string? ContentOf(int frame) => Text(Int(Frame(frame)[4..]));

    public (string? Name, string? Value, long HandlerId) AttributeOf(int frame)
    {
        var at = Frame(frame);
        return (Text(Int(at[4..])), Text(Int(at[8..])), BinaryPrimitives.ReadInt64LittleEndian(at[12..]));
    }

    private ReadOnlySpan<byte> Frame(int index) => At(Part(4) + 4 + FrameBytes * index);

    private string? Text(int index)
    {
        if (index < 0)
            return null;
        var at = At(Int(At(Part(1) + 4 * index)));
        var (length, used) = (0, 0);
        do length |= (at[used] & 0x7f) << (7 * used);
        while (at[used++] >= 0x80);
        return Encoding.UTF8.GetString(at.Slice(used, length));
    }

    private int Part(int fromEnd) => Int(_bytes[^(4 * fromEnd)..]);

    private ReadOnlySpan<byte> At(int position) => _bytes[position..];

    private static int Int(ReadOnlySpan<byte> at) => BinaryPrimitives.ReadInt32LittleEndian(at);
}
