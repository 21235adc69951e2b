namespace Every;

public partial record Split
{
    public string? Added { get; set; }
}
