{
  order: 4711
}
