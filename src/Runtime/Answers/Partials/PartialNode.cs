using System.Runtime.InteropServices;

namespace TypedLlm.TypedAnswers;

/// <summary>A value of an answer that is arriving. Nodes refer to each other by index; 0 is the root, which nothing refers to.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct PartialNode
{
    public int Parent;

    /// <summary>The first child; 0 if there is none.</summary>
    public int FirstChild;

    /// <summary>The last child; 0 if there is none.</summary>
    public int LastChild;

    /// <summary>The next child of the same parent; 0 if there is none yet.</summary>
    public int Next;

    /// <summary>How many children there are.</summary>
    public int Count;

    /// <summary>Where the name begins, behind its quote.</summary>
    public int NameStart;

    public int NameLength;

    /// <summary>Where the value begins, its quote included.</summary>
    public int Start;

    /// <summary>Where the value ends, its quote included. Set once it is done.</summary>
    public int End;

    public PartialKind Kind;

    public bool IsDone;

    /// <summary>Whether the name is written with an escape.</summary>
    public bool NameHasEscape;
}
